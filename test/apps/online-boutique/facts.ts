/**
 * What GoogleCloudPlatform/microservices-demo (Apache-2.0) says at commit 34ffea9175946982c3088ed84994fe6019ad6e92 in
 * release/kubernetes-manifests.yaml: the values that our version keeps.
 */
export interface ServiceFacts {
  readonly image: string;
  readonly container: string;
  /** Port of the container; undefined where it declares none. */
  readonly port?: number;
  readonly readiness?: object;
  readonly liveness?: object;
  readonly env: { readonly [name: string]: string };
  /** Requests of cpu and memory, then their limits. */
  readonly resources: readonly [string, string, string, string];
  readonly serviceAccount?: string;
  readonly podAnnotations?: { readonly [name: string]: string };
  readonly services: readonly ServiceFact[];
}

/** A Service: name, type, and its port's name, number and target. */
export type ServiceFact = readonly [name: string, type: string, portName: string, port: number, target: number];

export const POD_SECURITY = { fsGroup: 1000, runAsGroup: 1000, runAsNonRoot: true, runAsUser: 1000 };

export const CONTAINER_SECURITY = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
  privileged: false,
  readOnlyRootFilesystem: true,
};

export const REDIS_VOLUME = { name: 'redis-data', emptyDir: {} };
export const REDIS_MOUNT = { name: 'redis-data', mountPath: '/data' };

export const FRONTEND_CHECK = {
  name: 'frontend-check',
  image: 'busybox:1.38.0@sha256:fd8d9aa63ba2f0982b5304e1ee8d3b90a210bc1ffb5314d980eb6962f1a9715d',
  env: [{ name: 'FRONTEND_ADDR', value: 'frontend:80' }],
  securityContext: CONTAINER_SECURITY,
};

const grpc = (port: number) => ({ grpc: { port } });
const tcp = (port: number) => ({ tcpSocket: { port } });
const page = (session: string) => ({
  httpGet: {
    path: '/_healthz',
    port: 8080,
    httpHeaders: [{ name: 'Cookie', value: `shop_session-id=${session}` }],
  },
});
const ours = (name: string) => `us-central1-docker.pkg.dev/online-boutique-ci/microservices-demo/${name}:v0.10.6`;
const ISTIO = { 'sidecar.istio.io/rewriteAppHTTPProbers': 'true' };

export const FACTS: { readonly [deployment: string]: ServiceFacts } = {
  frontend: {
    image: ours('frontend'),
    container: 'server',
    port: 8080,
    readiness: page('x-readiness-probe'),
    liveness: page('x-liveness-probe'),
    env: {
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
    },
    resources: ['100m', '64Mi', '200m', '128Mi'],
    serviceAccount: 'frontend',
    podAnnotations: ISTIO,
    services: [
      ['frontend', 'ClusterIP', 'http', 80, 8080],
      ['frontend-external', 'LoadBalancer', 'http', 80, 8080],
    ],
  },
  adservice: {
    image: ours('adservice'),
    container: 'server',
    port: 9555,
    readiness: grpc(9555),
    liveness: grpc(9555),
    env: { PORT: '9555' },
    resources: ['200m', '180Mi', '300m', '300Mi'],
    serviceAccount: 'adservice',
    services: [['adservice', 'ClusterIP', 'grpc', 9555, 9555]],
  },
  currencyservice: {
    image: ours('currencyservice'),
    container: 'server',
    port: 7000,
    readiness: grpc(7000),
    liveness: grpc(7000),
    env: { PORT: '7000', DISABLE_PROFILER: '1' },
    resources: ['100m', '64Mi', '200m', '128Mi'],
    serviceAccount: 'currencyservice',
    services: [['currencyservice', 'ClusterIP', 'grpc', 7000, 7000]],
  },
  cartservice: {
    image: ours('cartservice'),
    container: 'server',
    port: 7070,
    readiness: grpc(7070),
    liveness: grpc(7070),
    env: { REDIS_ADDR: 'redis-cart:6379' },
    resources: ['200m', '64Mi', '300m', '128Mi'],
    serviceAccount: 'cartservice',
    services: [['cartservice', 'ClusterIP', 'grpc', 7070, 7070]],
  },
  'redis-cart': {
    image: 'redis:alpine',
    container: 'redis',
    port: 6379,
    readiness: tcp(6379),
    liveness: tcp(6379),
    env: {},
    resources: ['70m', '200Mi', '125m', '256Mi'],
    services: [['redis-cart', 'ClusterIP', 'tcp-redis', 6379, 6379]],
  },
  loadgenerator: {
    image: ours('loadgenerator'),
    container: 'main',
    env: { FRONTEND_ADDR: 'frontend:80', USERS: '10', RATE: '1' },
    resources: ['300m', '256Mi', '500m', '512Mi'],
    serviceAccount: 'loadgenerator',
    podAnnotations: ISTIO,
    services: [],
  },
  recommendationservice: {
    image: ours('recommendationservice'),
    container: 'server',
    port: 8080,
    readiness: grpc(8080),
    liveness: grpc(8080),
    env: { PORT: '8080', PRODUCT_CATALOG_SERVICE_ADDR: 'productcatalogservice:3550', DISABLE_PROFILER: '1' },
    resources: ['100m', '220Mi', '200m', '450Mi'],
    serviceAccount: 'recommendationservice',
    services: [['recommendationservice', 'ClusterIP', 'grpc', 8080, 8080]],
  },
  checkoutservice: {
    image: ours('checkoutservice'),
    container: 'server',
    port: 5050,
    readiness: grpc(5050),
    liveness: grpc(5050),
    env: {
      PORT: '5050',
      PRODUCT_CATALOG_SERVICE_ADDR: 'productcatalogservice:3550',
      SHIPPING_SERVICE_ADDR: 'shippingservice:50051',
      PAYMENT_SERVICE_ADDR: 'paymentservice:50051',
      EMAIL_SERVICE_ADDR: 'emailservice:5000',
      CURRENCY_SERVICE_ADDR: 'currencyservice:7000',
      CART_SERVICE_ADDR: 'cartservice:7070',
    },
    resources: ['100m', '64Mi', '200m', '128Mi'],
    serviceAccount: 'checkoutservice',
    services: [['checkoutservice', 'ClusterIP', 'grpc', 5050, 5050]],
  },
  emailservice: {
    image: ours('emailservice'),
    container: 'server',
    port: 8080,
    readiness: grpc(8080),
    liveness: grpc(8080),
    env: { PORT: '8080', DISABLE_PROFILER: '1' },
    resources: ['100m', '64Mi', '200m', '128Mi'],
    serviceAccount: 'emailservice',
    services: [['emailservice', 'ClusterIP', 'grpc', 5000, 8080]],
  },
  paymentservice: {
    image: ours('paymentservice'),
    container: 'server',
    port: 50051,
    readiness: grpc(50051),
    liveness: grpc(50051),
    env: { PORT: '50051', DISABLE_PROFILER: '1' },
    resources: ['100m', '64Mi', '200m', '128Mi'],
    serviceAccount: 'paymentservice',
    services: [['paymentservice', 'ClusterIP', 'grpc', 50051, 50051]],
  },
  shippingservice: {
    image: ours('shippingservice'),
    container: 'server',
    port: 50051,
    readiness: grpc(50051),
    liveness: grpc(50051),
    env: { PORT: '50051', DISABLE_PROFILER: '1' },
    resources: ['100m', '64Mi', '200m', '128Mi'],
    serviceAccount: 'shippingservice',
    services: [['shippingservice', 'ClusterIP', 'grpc', 50051, 50051]],
  },
  productcatalogservice: {
    image: ours('productcatalogservice'),
    container: 'server',
    port: 3550,
    readiness: grpc(3550),
    liveness: grpc(3550),
    env: { PORT: '3550', DISABLE_PROFILER: '1' },
    resources: ['100m', '64Mi', '200m', '128Mi'],
    serviceAccount: 'productcatalogservice',
    services: [['productcatalogservice', 'ClusterIP', 'grpc', 3550, 3550]],
  },
};
