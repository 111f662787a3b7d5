import { integerOf, objectOf } from '../kubernetes/json';
import type { ManifestSet, SetObject, WorkloadObject } from '../kubernetes/manifest-set';

/** The least number of replicas that an autoscaler keeps: 1 for an HPA and 0 for KEDA, where it is left out. */
export function minimumOf(autoscaler: SetObject): number {
  const spec = objectOf(autoscaler.manifest.spec);
  return autoscaler.ref.kind === 'ScaledObject'
    ? (integerOf(spec.minReplicaCount) ?? 0)
    : (integerOf(spec.minReplicas) ?? 1);
}

/**
 * How many pods a workload has at least: the minimum of the autoscaler that targets it (the highest of its variants),
 * else its own replicas. Undefined for kinds that have no replicas.
 */
export function replicasOf(set: ManifestSet, object: WorkloadObject): number | undefined {
  const minima = set.autoscalersOf(object).map(minimumOf);
  return minima.length === 0 ? object.workload.replicas : Math.max(...minima);
}

/** `1 replica`, `3 replicas`. */
export function countOf(replicas: number, what = 'replica'): string {
  return `${replicas} ${what}${replicas === 1 ? '' : 's'}`;
}
