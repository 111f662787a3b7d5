package main

import (
	"github.com/aws/jsii-runtime-go"
	lifecycle "github.com/cdk8s-lifecycle/cdk8s-lifecycle-go/cdk8slifecycle"
	"github.com/cdk8s-team/cdk8s-core-go/cdk8s/v2"
)

func main() {
	app := cdk8s.NewApp(nil)
	shop := cdk8s.NewChart(app, jsii.String("shop"), &cdk8s.ChartProps{Namespace: jsii.String("shop")})
	lifecycle.Platform_Of(shop).Set(&lifecycle.PlatformProps{
		KubernetesVersion: lifecycle.KubernetesVersion_V1_34(),
		Route:             lifecycle.TrafficRoute_IngressNginx(),
	})

	lifecycle.NewZeroDowntimeService(shop, jsii.String("cart"), &lifecycle.ZeroDowntimeServiceProps{
		Image:        lifecycle.Image_Of(jsii.String("registry.example.com/shop/cart:1.4.2"), nil),
		Port:         jsii.Number(8080),
		Health:       lifecycle.HealthChecks_Http(nil), // GET /ready and GET /healthz
		Resources:    lifecycle.Resources_Of(&lifecycle.ResourcesOptions{Cpu: jsii.String("250m"), Memory: jsii.String("256Mi")}),
		DrainsWithin: cdk8s.Duration_Seconds(jsii.Number(30)), // the longest request
	})

	lifecycle.NewBatchJob(shop, jsii.String("reindex"), &lifecycle.BatchJobProps{
		Image:          lifecycle.Image_Of(jsii.String("registry.example.com/shop/reindex:1.4.2"), nil),
		Args:           jsii.Strings("--all"),
		Resources:      lifecycle.Resources_Of(&lifecycle.ResourcesOptions{Cpu: jsii.String("1"), Memory: jsii.String("1Gi")}),
		ActiveDeadline: cdk8s.Duration_Hours(jsii.Number(1)),
	})

	app.Synth()
}
