import type { ManifestSet, SetObject, WorkloadObject } from '../kubernetes/set/manifest-set';
import { API_DEFAULTS } from '../kubernetes/versions/api-defaults';
import { integerOf, objectOf } from '../kubernetes/views/json';
import { annotationsOf } from '../kubernetes/views/manifest';
import { ANNOTATION } from '../lifecycle/annotations';

/**
 * The fewest pods that a workload runs: the minimum of the HorizontalPodAutoscaler or KEDA ScaledObject that targets it,
 * else what something outside of the set leaves,
 * else its own replicas. Of variants of an autoscaler the highest counts, and a ScaledObject that goes down to 0 counts
 * as 1: the last pod before that. Undefined for kinds that have no replicas.
 */
export function replicasOf(set: ManifestSet, object: SetObject): number | undefined {
  const { workload } = object;
  if (workload?.replicas === undefined) return undefined;
  const minima = set.autoscalersOf(object).map(minimumOf);
  if (minima.length > 0) return Math.max(1, ...minima);
  return replicasLeftBy(object)?.atLeast ?? workload.replicas;
}

/**
 * What somebody outside of the set leaves who sets the number of pods, as an annotation says: undefined where nobody
 * does, `atLeast` undefined where it is not known.
 */
export function replicasLeftBy({
  manifest,
  workload,
}: SetObject): { readonly atLeast: number | undefined } | undefined {
  const { [ANNOTATION.replicasManagedBy]: manager, [ANNOTATION.replicasAtLeast]: atLeast = '' } =
    annotationsOf(manifest);
  if (manager === undefined || workload?.spec.replicas !== undefined) return undefined;
  return { atLeast: /^\d+$/.test(atLeast) ? Number(atLeast) : undefined };
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
 * and where KEDA, or somebody outside of the set, may scale it down to none.
 */
export function standingReplicas(set: ManifestSet, object: WorkloadObject): number | undefined {
  const autoscalers = set.autoscalersOf(object);
  if (autoscalers.length > 0 && autoscalers.every((each) => minimumOf(each) === 0)) return undefined;
  const left = autoscalers.length === 0 ? replicasLeftBy(object) : undefined;
  if (left !== undefined) return left.atLeast || undefined;
  return replicasOf(set, object) || undefined;
}
