import { allowedDisruptions } from '../../lifecycle/arithmetic/rounding';
import { podsLeftBy } from '../../workloads/update-strategy';
import type { Plan, RolloutEvent } from '../plan';
import type { AssumptionLevel } from './hazard';

/** How many pods the controllers' own doing leaves ready, at least. */
export function fewestReady(plan: Plan, event: RolloutEvent, level: AssumptionLevel): number {
  const { replicas, replicasBefore, strategy } = plan;
  switch (event) {
    case 'crash':
      return replicas - 1;
    case 'scale-down':
      return replicas;
    case 'drain':
      return replicas - evictedAtOnce(plan, level);
    case 'rollout':
    case 'bad-version':
      if (strategy.type === 'Recreate') return 0;
      if (strategy.type === 'OnDelete') return replicas;
      return Math.min(replicasBefore, podsLeftBy(strategy, plan.kind, replicas));
  }
}

/** Tells whether a rollout replaces any pod by itself: OnDelete waits for a person, a partition may hold all back. */
export function replacesPods({ strategy, replicas }: Plan): boolean {
  if (strategy.type === 'RollingUpdate') return strategy.partition < replicas;
  return strategy.type === 'Recreate';
}

/** How many pods of the workload a drain evicts before the first of them is replaced. */
export function evictedAtOnce(plan: Plan, level: AssumptionLevel): number {
  if (plan.kind === 'DaemonSet') return 0;
  return Math.min(plan.podsOnNode[level], allowedByBudgets(plan));
}

/** How many evictions the budgets allow while all pods are healthy; none where two budgets cover the pods. */
export function allowedByBudgets({ budgets, replicas }: Plan): number {
  const [budget] = budgets;
  if (budget === undefined) return replicas;
  return budgets.length > 1 ? 0 : allowedDisruptions(replicas, budget);
}

/** Requests a second at a level of the load. */
export function loadAt(plan: Plan, level: AssumptionLevel): number {
  const { requestsPerSecond, typicalShare, capacityPerPod } = plan.load;
  if (level === 'worst') return requestsPerSecond;
  return Math.min(requestsPerSecond, typicalShare * Math.min(plan.replicas, plan.replicasBefore) * capacityPerPod);
}

/** Tells whether so many pods answer the load of a level. What floating point leaves over is no request. */
export function carries(plan: Plan, pods: number, level: AssumptionLevel): boolean {
  if (plan.load.kind === 'closed') return pods > 0;
  return pods > 0 && pods * plan.load.capacityPerPod >= loadAt(plan, level) * (1 - 1e-9);
}
