import io.github.cdk8slifecycle.BatchJob;
import io.github.cdk8slifecycle.HealthChecks;
import io.github.cdk8slifecycle.Image;
import io.github.cdk8slifecycle.KubernetesVersion;
import io.github.cdk8slifecycle.Platform;
import io.github.cdk8slifecycle.PlatformProps;
import io.github.cdk8slifecycle.Resources;
import io.github.cdk8slifecycle.ResourcesOptions;
import io.github.cdk8slifecycle.TrafficRoute;
import io.github.cdk8slifecycle.ZeroDowntimeService;
import java.util.List;
import org.cdk8s.App;
import org.cdk8s.Chart;
import org.cdk8s.ChartProps;
import org.cdk8s.Duration;

public class Shop {
    public static void main(String[] args) {
        App app = new App();
        Chart shop = new Chart(app, "shop", ChartProps.builder().namespace("shop").build());
        Platform.of(shop).set(PlatformProps.builder()
            .kubernetesVersion(KubernetesVersion.V1_34)
            .route(TrafficRoute.ingressNginx())
            .build());

        ZeroDowntimeService.Builder.create(shop, "cart")
            .image(Image.of("registry.example.com/shop/cart:1.4.2"))
            .port(8080)
            .health(HealthChecks.http()) // GET /ready and GET /healthz
            .resources(Resources.of(ResourcesOptions.builder().cpu("250m").memory("256Mi").build()))
            .drainsWithin(Duration.seconds(30)) // the longest request
            .build();

        BatchJob.Builder.create(shop, "reindex")
            .image(Image.of("registry.example.com/shop/reindex:1.4.2"))
            .args(List.of("--all"))
            .resources(Resources.of(ResourcesOptions.builder().cpu("1").memory("1Gi").build()))
            .activeDeadline(Duration.hours(1))
            .build();

        app.synth();
    }
}
