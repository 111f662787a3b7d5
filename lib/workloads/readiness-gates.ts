import type { ManifestSet, SetObject } from '../kubernetes/set/manifest-set';
import { objectsOf, stringOf } from '../kubernetes/views/json';
import { labelsOf } from '../kubernetes/views/manifest';
import { namespaceOf } from './namespace-of';

/** Which balancers hold a pod unready until they send to it. */
export interface ReadinessGates {
  readonly aws: boolean;
  readonly google: boolean;
}

/**
 * Reads the readiness gates of a pod template, and whether its Namespace has them put in by the AWS controller.
 *
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/deploy/pod_readiness_gate/
 */
export function readinessGatesOf(set: ManifestSet, object: SetObject): ReadinessGates {
  const written = objectsOf(object.workload?.template.spec.readinessGates).map(({ item }) =>
    stringOf(item.conditionType),
  );
  const namespace = namespaceOf(set, object);
  const injected = namespace && labelsOf(namespace.manifest)['elbv2.k8s.aws/pod-readiness-gate-inject'];
  return {
    aws: injected === 'enabled' || written.some((type) => type?.startsWith('target-health.') ?? false),
    google: written.includes('cloud.google.com/load-balancer-neg-ready'),
  };
}
