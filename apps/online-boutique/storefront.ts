import { HealthCheck, HealthChecks, Resources, ZeroDowntimeService } from 'cdk8s-lifecycle';
import { ServiceType } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { appLabel, boutiqueImage, grpcService, SHOP_SECURITY, serviceAccount, variables } from './boutique';

/** What shoppers see: the web frontend, and the two services that only decorate its pages. */
export function storefront(scope: Construct, { host }: { readonly host: string }): void {
  const frontend = new ZeroDowntimeService(scope, 'frontend', {
    image: boutiqueImage('frontend'),
    containerName: 'server',
    port: 8080,
    servicePort: 80,
    health: HealthChecks.of({
      readiness: pageWithSession('x-readiness-probe'),
      liveness: pageWithSession('x-liveness-probe'),
    }),
    env: variables({
      PORT: '8080',
      PRODUCT_CATALOG_SERVICE_ADDR: 'productcatalogservice:3550',
      CURRENCY_SERVICE_ADDR: 'currencyservice:7000',
      CART_SERVICE_ADDR: 'cartservice:7070',
      RECOMMENDATION_SERVICE_ADDR: 'recommendationservice:8080',
      SHIPPING_SERVICE_ADDR: 'shippingservice:50051',
      CHECKOUT_SERVICE_ADDR: 'checkoutservice:5050',
      AD_SERVICE_ADDR: 'adservice:9555',
      SHOPPING_ASSISTANT_SERVICE_ADDR: 'shoppingassistantservice:80',
      ENABLE_PROFILER: '0',
    }),
    resources: Resources.explicit({
      cpuRequest: '100m',
      cpuLimit: '200m',
      memoryRequest: '64Mi',
      memoryLimit: '128Mi',
    }),
    // The preStop sleep of the pods follows from the slowest way in: this Ingress, and the balancer below.
    ingress: { host, className: 'nginx' },
    autoscaling: { minReplicas: 3, maxReplicas: 10, cpuUtilization: 70 },
    security: SHOP_SECURITY,
    serviceAccountName: serviceAccount(scope, 'frontend'),
    podAnnotations: { 'sidecar.istio.io/rewriteAppHTTPProbers': 'true' },
    ...appLabel('frontend'),
  });
  frontend.expose({ name: 'frontend-external', type: ServiceType.LOAD_BALANCER });

  grpcService(scope, 'adservice', {
    port: 9555,
    env: variables({ PORT: '9555' }),
    resources: Resources.explicit({
      cpuRequest: '200m',
      cpuLimit: '300m',
      memoryRequest: '180Mi',
      memoryLimit: '300Mi',
    }),
  });
  grpcService(scope, 'recommendationservice', {
    port: 8080,
    env: variables({ PORT: '8080', PRODUCT_CATALOG_SERVICE_ADDR: 'productcatalogservice:3550', DISABLE_PROFILER: '1' }),
    resources: Resources.explicit({
      cpuRequest: '100m',
      cpuLimit: '200m',
      memoryRequest: '220Mi',
      memoryLimit: '450Mi',
    }),
  });
}

/** The frontend answers its health page to who has a session, so each check brings one that logs can tell apart. */
function pageWithSession(id: string): HealthCheck {
  return HealthCheck.http({ path: '/_healthz', headers: { Cookie: `shop_session-id=${id}` } });
}
