import type { WorkloadObject } from '../../kubernetes/set/manifest-set';
import type { JsonObject } from '../../kubernetes/views/json';

/** The selector of a workload's own pods: as it is written, else by their labels; undefined where they have none. */
export function ownSelector({ workload }: WorkloadObject): JsonObject | undefined {
  if (workload.selector !== undefined) return workload.selector;
  return Object.keys(workload.template.labels).length === 0 ? undefined : { matchLabels: workload.template.labels };
}
