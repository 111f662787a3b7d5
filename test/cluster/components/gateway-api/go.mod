// The definitions of the Gateway API that the cluster tests install.
module cdk8s-lifecycle.test/gateway-api

go 1.24.0

require sigs.k8s.io/gateway-api v1.3.0
