import type { ManifestSet, WorkloadObject } from '../kubernetes/manifest-set';
import { minimumOf, replicasOf } from '../lifecycle/replicas-of';

/**
 * How many pods a workload has at least, where it is to have any: undefined for kinds without replicas, for 0 replicas,
 * and where KEDA may scale it down to none.
 */
export function standingReplicas(set: ManifestSet, object: WorkloadObject): number | undefined {
  const autoscalers = set.autoscalersOf(object);
  if (autoscalers.length > 0 && autoscalers.every((each) => minimumOf(each) === 0)) return undefined;
  return replicasOf(set, object) || undefined;
}

/** `1 replica`, `3 replicas`. */
export function countOf(replicas: number, what = 'replica'): string {
  return `${replicas} ${what}${replicas === 1 ? '' : 's'}`;
}
