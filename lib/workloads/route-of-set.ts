import type { ManifestSet, SetObject } from '../kubernetes/set/manifest-set';
import { annotationsOf } from '../kubernetes/views/manifest';
import { ANNOTATION } from '../lifecycle/annotations';
import { namedRoute, parseRoute, type Route } from '../lifecycle/routes/route';
import { readinessGatesOf } from './readiness-gates';
import { frontRoutesOf } from './route-of-front';
import { serviceRouteOf } from './route-of-service';
import { sidecarRouteOf } from './route-of-sidecar';

/**
 * All routes on which requests reach the pods of a workload: what its annotation declares, else what the platform
 * declares, else what the set shows (Ingresses and Gateways, Services, sidecar proxies). Never empty: clients in the
 * cluster are always there.
 *
 * @see https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/main/docs/guide/ingress/annotations.md
 */
export function routesOf(set: ManifestSet, object: SetObject, platform?: Route): readonly Route[] {
  const declared = declaredRoute(object) ?? platform;
  if (declared !== undefined) return [declared];
  const gates = readinessGatesOf(set, object);
  const shown = set
    .servicesOf(object)
    .flatMap((service) => [...frontRoutesOf(set, service, gates), serviceRouteOf(service, gates)]);
  const routes = [...shown, sidecarRouteOf(set, object)].filter((route) => route !== undefined);
  return routes.length === 0 ? [namedRoute('cluster-ip')] : routes;
}

/** The route on which requests go on longest after a pod's deletion. */
export function routeOf(set: ManifestSet, object: SetObject, platform?: Route): Route {
  return routesOf(set, object, platform).reduce((slowest, route) =>
    route.withdrawalLag.toSeconds() > slowest.withdrawalLag.toSeconds() ? route : slowest,
  );
}

/** The route of the annotation `cdk8s-lifecycle/route`; undefined where there is none, or it names no route. */
function declaredRoute(object: SetObject): Route | undefined {
  const written = annotationsOf(object.manifest)[ANNOTATION.route];
  if (written === undefined) return undefined;
  try {
    return parseRoute(written);
  } catch {
    return undefined;
  }
}
