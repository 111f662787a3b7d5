from cdk8s import App, Chart, Duration
from cdk8s_lifecycle import HealthChecks, Image, Resources, Shutdown, Worker, ZeroDowntimeService

RESOURCES = Resources.of(cpu="250m", memory="256Mi")


class Shop(Chart):
    def __init__(self, scope, id):
        super().__init__(scope, id, namespace="shop")
        ZeroDowntimeService(
            self,
            "cart",
            image=Image.of("registry.example.com/shop/cart:latest"),
            port=8080,
            health=HealthChecks.http(),
            resources=RESOURCES,
        )


app = App()
shop = Shop(app, "shop")
Worker(
    shop,
    "queue",
    image=Image.of("registry.example.com/shop/queue:1.4.2"),
    resources=RESOURCES,
    drains_within=Duration.seconds(30),
    shutdown=Shutdown.of(grace_period=Duration.seconds(20)),
)
app.synth()
