import { TrafficRoute } from '../../lib';

/** Every route that has a name, without readiness gate. */
export const EVERY_ROUTE: readonly TrafficRoute[] = [
  TrafficRoute.clusterIp(),
  TrafficRoute.slowKubeProxy(),
  TrafficRoute.ingressNginx(),
  TrafficRoute.traefik(),
  TrafficRoute.apisix(),
  TrafficRoute.albIp(),
  TrafficRoute.albInstance(),
  TrafficRoute.nlbIp(),
  TrafficRoute.azureApplicationGateway(),
  TrafficRoute.gceNeg(),
  TrafficRoute.nodeHealthCheck(),
  TrafficRoute.istio(),
  TrafficRoute.linkerd(),
];
