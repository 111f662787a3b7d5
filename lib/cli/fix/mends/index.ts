import type { ManifestSet, SetObject, WorkloadObject } from '../../../kubernetes/set/manifest-set';
import { budgetSelector } from '../../../kubernetes/set/manifest-set';
import { isWithin } from '../../../kubernetes/text/field-path';
import { valueAt } from '../../../kubernetes/views/json';
import { DEFAULTS } from '../../../lifecycle/documented-defaults';
import type { Change } from '../change';
import { type Mend, type MendContext, type Place, type Refusal, set } from '../mend';
import { AVAILABILITY } from './availability';
import { IMAGES_AND_JOBS } from './images-and-jobs';
import { PROBES } from './probes';
import { STOPPING } from './stopping';

/** The mends of workloads, by rule. */
const MENDS: Readonly<Record<string, Mend>> = { ...STOPPING, ...PROBES, ...AVAILABILITY, ...IMAGES_AND_JOBS };
const BUDGET_EVICTS = 'budget-evicts-unhealthy';

/** The rules whose findings can be mended for certain, sorted. */
export const MENDED_RULES: readonly string[] = [...Object.keys(MENDS), BUDGET_EVICTS].sort();

/** How a finding is mended; why it is left to a person; undefined where its rule knows no certain mend. */
export function mendOf(
  rule: string,
  object: SetObject,
  place: Place,
  context: MendContext,
): Change | Refusal | undefined {
  if (rule === BUDGET_EVICTS) return evictUnhealthy(object, context.set);
  const mend = Object.hasOwn(MENDS, rule) ? MENDS[rule] : undefined;
  if (mend === undefined || object.workload === undefined) return undefined;
  const change = mend(object as WorkloadObject, place, context);
  const { kind, template } = object.workload;
  const isFixed = (kind === 'Pod' || kind === 'Job') && 'kind' in change && change.kind === 'set';
  if (isFixed && isWithin(change.path, template.path)) {
    return { because: `the pod of a ${kind} cannot be changed once it is there: delete it and create it anew` };
  }
  return change;
}

/** An unready pod of a StatefulSet may hold the data that its budget protects. */
function evictUnhealthy(budget: SetObject, objects: ManifestSet): Change | Refusal {
  if (valueAt(budget.manifest, 'spec', 'unhealthyPodEvictionPolicy') !== undefined) {
    return { because: 'another policy is written by choice' };
  }
  const stateful = objects
    .selects(budgetSelector(budget), budget.namespace)
    .some(({ workload }) => workload?.kind === 'StatefulSet');
  if (stateful) return { because: 'an unready pod of the StatefulSet may be the one that holds the data' };
  return set('spec.unhealthyPodEvictionPolicy', DEFAULTS.disruptionBudget.value.unhealthyPodEvictionPolicy);
}
