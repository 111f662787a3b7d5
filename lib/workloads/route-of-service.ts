import type { SetObject } from '../kubernetes/set/manifest-set';
import { objectOf } from '../kubernetes/views/json';
import { annotationsOf } from '../kubernetes/views/manifest';
import { measuredRoute, namedRoute, type Route } from '../lifecycle/routes/route';
import { RouteTargets } from '../lifecycle/routes/targets';
import type { ReadinessGates } from './readiness-gates';

const AWS = 'service.beta.kubernetes.io/aws-load-balancer-';
const AZURE = 'service.beta.kubernetes.io/azure-load-balancer-health-probe-';

/** Interval and count of a balancer's health check of nodes: 10 s and 3, where no annotation says otherwise. */
const HEALTH_CHECK = { intervalSeconds: 10, failures: 3 };

/** Classes of Service whose controller makes a Network Load Balancer that sends to pods. */
const NLB_CLASSES: readonly unknown[] = ['service.k8s.aws/nlb', 'eks.amazonaws.com/nlb'];

/**
 * The route that a Service of type LoadBalancer opens; undefined for any other. Without pods as targets the nodes are
 * the balancer's: kube-proxy's lag under externalTrafficPolicy Cluster, the balancer's health check under Local.
 */
export function serviceRouteOf(service: SetObject, gates: ReadinessGates): Route | undefined {
  const annotations = annotationsOf(service.manifest);
  const spec = objectOf(service.manifest.spec);
  if (hasStandaloneGroup(annotations)) return namedRoute('gce-neg', gates.google);
  if (spec.type !== 'LoadBalancer') return undefined;
  const targets = annotations[`${AWS}nlb-target-type`];
  if (targets === 'ip' || annotations[`${AWS}type`] === 'nlb-ip') return namedRoute('nlb-ip', gates.aws);
  if (targets === undefined && NLB_CLASSES.includes(spec.loadBalancerClass)) {
    return namedRoute('nlb-ip', gates.aws);
  }
  return spec.externalTrafficPolicy === 'Local' ? nodeHealthCheck(annotations) : namedRoute('cluster-ip');
}

/** A network endpoint group that no Ingress owns: its ports are listed in the annotation. */
function hasStandaloneGroup(annotations: Readonly<Record<string, string>>): boolean {
  return /"exposed_ports"\s*:\s*\{\s*"/.test(annotations['cloud.google.com/neg'] ?? '');
}

function nodeHealthCheck(annotations: Readonly<Record<string, string>>): Route {
  const read = (...keys: readonly string[]) =>
    keys.map((key) => annotations[key]).find((value) => value !== undefined && /^[1-9]\d{0,4}$/.test(value));
  const interval = read(`${AWS}healthcheck-interval`, `${AZURE}interval`);
  const failures = read(`${AWS}healthcheck-unhealthy-threshold`, `${AZURE}num-of-probe`);
  if (interval === undefined && failures === undefined) return namedRoute('node-health-check');
  const lag = Number(interval ?? HEALTH_CHECK.intervalSeconds) * Number(failures ?? HEALTH_CHECK.failures);
  return measuredRoute({ withdrawal: lag, targets: RouteTargets.NODES });
}
