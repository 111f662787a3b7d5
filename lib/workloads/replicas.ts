import type { ManifestSet, SetObject, WorkloadObject } from '../kubernetes/set/manifest-set';
import { API_DEFAULTS } from '../kubernetes/versions/api-defaults';
import { integerOf, objectOf } from '../kubernetes/views/json';

/**
 * The fewest pods that a workload runs: the minimum of the HorizontalPodAutoscaler or KEDA ScaledObject that targets it,
 * else its own replicas. Of variants of an autoscaler the highest counts, and a ScaledObject that goes down to 0 counts
 * as 1: the last pod before that. Undefined for kinds that have no replicas.
 */
export function replicasOf(set: ManifestSet, object: SetObject): number | undefined {
  const { workload } = object;
  if (workload?.replicas === undefined) return undefined;
  const minima = set.autoscalersOf(object).map(minimumOf);
  return minima.length === 0 ? workload.replicas : Math.max(1, ...minima);
}

/** The most pods that an autoscaler may run; undefined where none targets the workload. */
export function maximumReplicasOf(set: ManifestSet, object: SetObject): number | undefined {
  const [autoscaler] = set.autoscalersOf(object);
  if (autoscaler === undefined) return undefined;
  const spec = objectOf(autoscaler.manifest.spec);
  if (autoscaler.ref.kind === 'ScaledObject') {
    return integerOf(spec.maxReplicaCount) ?? API_DEFAULTS.scaledObject.maxReplicaCount;
  }
  return integerOf(spec.maxReplicas);
}

/** The fewest pods that an autoscaler leaves: 1 for an HPA and 0 for KEDA, where it does not say. */
export function minimumOf(autoscaler: SetObject): number {
  const spec = objectOf(autoscaler.manifest.spec);
  if (autoscaler.ref.kind === 'ScaledObject') {
    return integerOf(spec.minReplicaCount) ?? API_DEFAULTS.scaledObject.minReplicaCount;
  }
  return integerOf(spec.minReplicas) ?? API_DEFAULTS.horizontalPodAutoscaler.minReplicas;
}

/**
 * How many pods a workload has at least, where it is to have any: undefined for kinds without replicas, for 0 replicas,
 * and where KEDA may scale it down to none.
 */
export function standingReplicas(set: ManifestSet, object: WorkloadObject): number | undefined {
  const autoscalers = set.autoscalersOf(object);
  if (autoscalers.length > 0 && autoscalers.every((each) => minimumOf(each) === 0)) return undefined;
  return replicasOf(set, object) || undefined;
}
