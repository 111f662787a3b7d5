import { startupBudget } from '../../lifecycle/arithmetic/timing';
import type { Plan, RolloutEvent } from '../plan';
import { startUpLimit } from '../start';
import { badVersion } from './bad-version';
import { allowedByBudgets } from './capacity';
import { inSeconds } from './hazard';
import { cannotStartBeside } from './stalls-beside';

/** Why an event may not come to its end, one sentence each; empty where nothing keeps it from it. */
export function stallsOf(plan: Plan, event: RolloutEvent): readonly string[] {
  switch (event) {
    case 'rollout':
      return [...neverStarts(plan), ...cannotStartBeside(plan), ...outlivesDeadline(plan)];
    case 'bad-version':
      return badVersion(plan);
    case 'drain':
      return blockedByBudget(plan);
    case 'crash':
    case 'scale-down':
      return [];
  }
}

function neverStarts(plan: Plan): readonly string[] {
  if (plan.paused) return ['the Deployment is paused: nothing rolls out until it is resumed'];
  if (plan.strategy.type === 'OnDelete')
    return ['the update strategy OnDelete replaces no pod by itself: each has to be deleted by hand'];
  const { start } = plan.after;
  if (start.neverReady !== undefined) return [start.neverReady];
  const limit = startUpLimit(start);
  if (limit === undefined || start.startUp.max <= Math.max(limit, 0.5)) return [];
  return [
    `a process may take ${inSeconds(start.startUp.max)} to start, and its own probe kills it after ${inSeconds(limit)}`,
  ];
}

/** A start-up within its budget that is still reported as failed. */
function outlivesDeadline({ after, minReadySeconds, progressDeadlineSeconds }: Plan): readonly string[] {
  if (progressDeadlineSeconds === undefined) return [];
  const needs = startUpNeeds(after.start) + minReadySeconds;
  if (needs < progressDeadlineSeconds) return [];
  return [
    `a pod may take ${inSeconds(needs)} to be available, and the rollout is reported as failed after ${inSeconds(progressDeadlineSeconds)} without progress (it goes on all the same)`,
  ];
}

/** The longest time to start that the pod's own probes allow, else that is assumed. */
export function startUpNeeds({ startupProbe, livenessProbe, startUp }: Plan['after']['start']): number {
  const killer = startupProbe ?? livenessProbe;
  return killer === undefined ? startUp.max : Math.max(startUp.max, startupBudget(killer));
}

function blockedByBudget(plan: Plan): readonly string[] {
  const [budget] = plan.budgets;
  if (budget === undefined || plan.kind === 'DaemonSet') return [];
  if (plan.budgets.length > 1)
    return [
      `${plan.budgets.length} PodDisruptionBudgets (${plan.budgets.map(({ name }) => `"${name}"`).join(', ')}) cover the pods, and an eviction that two cover is refused`,
    ];
  if (allowedByBudgets(plan) > 0) return [];
  return [
    `PodDisruptionBudget "${budget.name}" allows no eviction of ${plan.replicas} healthy pods: the drain asks again for ever`,
  ];
}
