import type { SetObject, WorkloadObject } from '../../kubernetes/set/manifest-set';
import { stringOf } from '../../kubernetes/views/json';
import type { RuleContext } from '../rule';
import { isRunning } from './subjects';

/** A CronJob. */
export function isSchedule(object: SetObject, context: RuleContext): object is WorkloadObject {
  return isRunning(object, context) && object.workload.kind === 'CronJob';
}

/** The schedule of a CronJob as it is written. */
export function scheduleOf({ workload }: WorkloadObject): string {
  return stringOf(workload.spec.schedule) ?? '';
}
