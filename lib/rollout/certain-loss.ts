import type { ManifestSet, SetObject } from '../kubernetes/set/manifest-set';
import { boundsOf } from './bounds/bounds';
import type { Hazard } from './bounds/hazard';
import type { Plan } from './plan';
import { type PlanOptions, planOf } from './reading/read-plan';

/**
 * What a rolling update of a workload loses for certain, with every assumption at its typical value: one hazard a cause,
 * empty where nothing is. A single pod that keeps its data to itself (a StatefulSet's, or one with a single-writer claim)
 * is left alone: whichever way it is updated, it is away meanwhile.
 */
export function certainLosses(set: ManifestSet, object: SetObject, options: PlanOptions = {}): readonly Hazard[] {
  const plan = planOf(set, object, options);
  if (plan === undefined || isSingleWriter(plan)) return [];
  return boundsOf(plan, 'rollout').certainHazards;
}

function isSingleWriter({ kind, replicas, after }: Plan): boolean {
  return replicas === 1 && (kind === 'StatefulSet' || after.exclusion.claim !== undefined);
}
