import type { SetObject } from '../kubernetes/set/manifest-set';
import { isWithin } from '../kubernetes/text/field-path';
import type { Change, Refusal } from './change';

/** The change, or a refusal where it is one to the pod of a Pod or Job, which the API server does not take any more. */
export function refusedOnFixedPod(change: Change | Refusal, { workload }: SetObject): Change | Refusal {
  if (workload === undefined || 'because' in change || change.kind !== 'set') return change;
  const { kind, template } = workload;
  if ((kind !== 'Pod' && kind !== 'Job') || !isWithin(change.path, template.path)) return change;
  return { because: `the pod of a ${kind} cannot be changed once it is there: delete it and create it anew` };
}
