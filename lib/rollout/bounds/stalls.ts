import { startupBudget } from '../../lifecycle/arithmetic/timing';
import { deadlockOf } from '../../workloads/exclusion';
import { BAD_VERSION, type Plan, type RolloutEvent } from '../plan';
import { startUpLimit } from '../start';
import { allowedByBudgets, fewestReady } from './capacity';
import { inSeconds } from './hazard';

/** Why an event may not come to its end, one sentence each; empty where nothing keeps it from it. */
export function stallsOf(plan: Plan, event: RolloutEvent): readonly string[] {
  switch (event) {
    case 'rollout':
      return [...neverStarts(plan), ...cannotStartBeside(plan), ...outlivesDeadline(plan)];
    case 'bad-version':
      return [badVersion(plan)];
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

/** A new pod that waits for an old one, which waits for the new one. */
function cannotStartBeside({ kind, strategy, after, nodes, replicas, replicasBefore }: Plan): readonly string[] {
  if (strategy.type !== 'RollingUpdate') return [];
  const deadlock = deadlockOf(kind, strategy, replicas, after.exclusion);
  if (deadlock === undefined) return [];
  if (deadlock.over === 'claim') {
    const { claim, staying } = deadlock;
    const [mode, used] =
      claim.sharing === 'one-pod' ? ['ReadWriteOncePod', 'by another pod'] : ['ReadWriteOnce', 'on another node'];
    return [
      `a new pod waits as long as the ${mode} claim "${claim.claim}" is used ${used}, and the rollout keeps ${staying} old until a new one is available`,
    ];
  }
  const { port } = deadlock.hostPort;
  if (kind === 'DaemonSet')
    return [
      `the new pod of a node waits for port ${port} of the node, which the old one keeps until the new one is available`,
    ];
  if (nodes > Math.max(replicas, replicasBefore)) return [];
  return [
    `a new pod waits for a node whose port ${port} is free, all ${nodes} have a pod, and maxUnavailable 0 keeps each until a new one is available`,
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

function badVersion(plan: Plan): string {
  const { progressDeadlineSeconds: deadline, kind } = plan;
  const reported =
    kind === 'Deployment' && deadline !== undefined
      ? `it is reported after ${inSeconds(deadline)} (ProgressDeadlineExceeded)`
      : `nothing reports it: a ${kind}${kind === 'Deployment' ? ' without progressDeadlineSeconds' : ''} has no deadline`;
  const stay = `${fewestReady(plan, 'bad-version', 'worst')} of ${plan.replicas}`;
  return `${BAD_VERSION}, and ${stay} pods of the old one stay: ${reported}, and nothing rolls back by itself`;
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
