from cdk8s import App, Chart, Duration
from cdk8s_lifecycle import (
    BatchJob,
    HealthChecks,
    Image,
    KubernetesVersion,
    Platform,
    Resources,
    TrafficRoute,
    ZeroDowntimeService,
)

app = App()
shop = Chart(app, "shop", namespace="shop")
Platform.of(shop).set(kubernetes_version=KubernetesVersion.V1_34, route=TrafficRoute.ingress_nginx())

ZeroDowntimeService(
    shop,
    "cart",
    image=Image.of("registry.example.com/shop/cart:1.4.2"),
    port=8080,
    health=HealthChecks.http(),  # GET /ready and GET /healthz
    resources=Resources.of(cpu="250m", memory="256Mi"),
    drains_within=Duration.seconds(30),  # the longest request
)

BatchJob(
    shop,
    "reindex",
    image=Image.of("registry.example.com/shop/reindex:1.4.2"),
    args=["--all"],
    resources=Resources.of(cpu="1", memory="1Gi"),
    active_deadline=Duration.hours(1),
)

app.synth()
