import {
  budgetSelector,
  type ManifestSet,
  type SetObject,
  type WorkloadObject,
} from '../../kubernetes/set/manifest-set';
import { groupOf } from '../../kubernetes/views/manifest';
import { standingReplicas } from '../../workloads/replicas';
import type { RuleContext } from '../rule';
import { isRunning } from './subjects';

/** A PodDisruptionBudget. */
export function isBudget({ ref }: SetObject): boolean {
  return ref.kind === 'PodDisruptionBudget' && groupOf(ref.apiVersion) === 'policy';
}

/** The workloads whose pods a budget matches. */
export function budgetedBy(set: ManifestSet, budget: SetObject): readonly SetObject[] {
  return set.selects(budgetSelector(budget), budget.namespace);
}

/**
 * How many pods a budget matches while all run: variants of a workload count once, with the most. Undefined where it
 * matches nothing that runs, or something whose number of pods no manifest tells (a DaemonSet's, a Job's).
 */
export function podsUnder(budget: SetObject, context: RuleContext): number | undefined {
  const running = budgetedBy(context.set, budget).filter((each): each is WorkloadObject => isRunning(each, context));
  const most = new Map<string, number>();
  for (const each of running) {
    const pods = each.workload.kind === 'Pod' ? 1 : standingReplicas(context.set, each);
    if (pods === undefined) return undefined;
    most.set(each.identity, Math.max(pods, most.get(each.identity) ?? 0));
  }
  const sum = [...most.values()].reduce((total, pods) => total + pods, 0);
  return sum === 0 ? undefined : sum;
}
