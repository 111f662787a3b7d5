from acme_platform import Environment, EnvironmentChart, PaymentsService
from cdk8s import App, Duration

app = App()
chart = EnvironmentChart(app, "payments", Environment.PRODUCTION)
PaymentsService(chart, "card-api", release="4.1.0", path="/cards", longest_payment=Duration.seconds(20))
app.synth()
