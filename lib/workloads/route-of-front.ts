import type { ManifestSet, SetObject } from '../kubernetes/set/manifest-set';
import { annotationsOf } from '../kubernetes/views/manifest';
import { TrafficRoute } from '../lifecycle/values/traffic-route';
import { type Front, frontsOf } from './fronts';
import type { ReadinessGates } from './readiness-gates';

const TARGET_TYPE = 'alb.ingress.kubernetes.io/target-type';

/** The routes of everything that stands in front of a Service and whose make can be read. */
export function frontRoutesOf(set: ManifestSet, service: SetObject, gates: ReadinessGates): readonly TrafficRoute[] {
  return frontsOf(set, service)
    .map((front) => routeOfFront(front, service, gates))
    .filter((route) => route !== undefined);
}

function routeOfFront(front: Front, service: SetObject, gates: ReadinessGates): TrafficRoute | undefined {
  switch (front.controller) {
    case 'alb': {
      const onService = annotationsOf(service.manifest)[TARGET_TYPE];
      const targets = onService ?? annotationsOf(front.object.manifest)[TARGET_TYPE];
      return targets === 'ip' ? TrafficRoute.albIp({ readinessGate: gates.aws }) : TrafficRoute.albInstance();
    }
    case 'gce': {
      const sendsToNodes = /"ingress"\s*:\s*false/.test(annotationsOf(service.manifest)['cloud.google.com/neg'] ?? '');
      return sendsToNodes ? TrafficRoute.clusterIp() : TrafficRoute.gceNeg({ readinessGate: gates.google });
    }
    case 'azure':
      return TrafficRoute.azureApplicationGateway();
    case 'nginx':
      return TrafficRoute.ingressNginx();
    case 'traefik':
      return TrafficRoute.traefik();
    case 'apisix':
      return TrafficRoute.apisix();
    case 'istio':
      return TrafficRoute.istio();
    case undefined:
      return undefined;
  }
}
