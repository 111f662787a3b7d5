import type { ManifestSet, SetObject } from '../kubernetes/set/manifest-set';
import { annotationsOf } from '../kubernetes/views/manifest';
import { namedRoute, type Route } from '../lifecycle/routes/route';
import type { RouteName } from '../lifecycle/routes/table';
import { type Front, frontsOf } from './fronts';
import type { Controller } from './ingress-controllers';
import type { ReadinessGates } from './readiness-gates';

const TARGET_TYPE = 'alb.ingress.kubernetes.io/target-type';

/** The route of a controller that has one alone. */
const ROUTE_OF: Readonly<Record<Exclude<Controller, 'alb' | 'gce'>, RouteName>> = {
  azure: 'azure-application-gateway',
  nginx: 'ingress-nginx',
  traefik: 'traefik',
  apisix: 'apisix',
  istio: 'istio',
};

/** The routes of everything that stands in front of a Service and whose make can be read. */
export function frontRoutesOf(set: ManifestSet, service: SetObject, gates: ReadinessGates): readonly Route[] {
  return frontsOf(set, service)
    .map((front) => routeOfFront(front, service, gates))
    .filter((route) => route !== undefined);
}

function routeOfFront(front: Front, service: SetObject, gates: ReadinessGates): Route | undefined {
  switch (front.controller) {
    case undefined:
      return undefined;
    case 'alb': {
      const onService = annotationsOf(service.manifest)[TARGET_TYPE];
      const targets = onService ?? annotationsOf(front.object.manifest)[TARGET_TYPE];
      return targets === 'ip' ? namedRoute('alb-ip', gates.aws) : namedRoute('alb-instance');
    }
    case 'gce': {
      const sendsToNodes = /"ingress"\s*:\s*false/.test(annotationsOf(service.manifest)['cloud.google.com/neg'] ?? '');
      return sendsToNodes ? namedRoute('cluster-ip') : namedRoute('gce-neg', gates.google);
    }
    default:
      return namedRoute(ROUTE_OF[front.controller]);
  }
}
