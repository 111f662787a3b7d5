import type { ChosenNature } from '../engine/nature';
import type { Plan, RolloutEvent, StartPlan } from '../plan';
import { fastestReady, slowestStart } from '../start';
import { stopTimes } from '../stop';
import { reachOf } from './bad-version';
import { carries, fewestReady, loadAt } from './capacity';
import type { AssumptionLevel, Hazard } from './hazard';

/** Pods are withdrawn at once, stop as soon as they may, and come back as late as they may. */
function slowReturn(plan: Plan, event: RolloutEvent): ChosenNature {
  const { startUp, phase } = slowestStart(startOf(plan, event));
  return {
    withdrawal: 'min',
    registration: 'max',
    placement: 'max',
    'start-up': startUp,
    'probe-phase': phase,
    kubelet: 'min',
    exit: 'min',
    creation: 'max',
    controller: event === 'drain' ? 'max' : 'min',
  };
}

/** The pods that an event starts. */
function startOf(plan: Plan, event: RolloutEvent): StartPlan {
  return event === 'rollout' || event === 'bad-version' ? plan.after.start : plan.before.start;
}

/** Requests that nobody is there for, or too few. */
export function tooFewReady(plan: Plan, event: RolloutEvent, level: AssumptionLevel): Hazard | undefined {
  // Pods that are Ready and never answer are not missing.
  if (event === 'bad-version' && reachOf(plan) !== 'first-pods') return undefined;
  const fewest = fewestReady(plan, event, level);
  const left = fewest === 0 && isBridged(plan, event, level) ? 1 : fewest;
  if (carries(plan, left, level)) return undefined;
  const how = HOW[event](plan, plan.replicas - left);
  const load = Math.round(loadAt(plan, level));
  return {
    kind: 'too-few',
    cause: left === 0 ? 'no-endpoint' : 'overloaded',
    seconds: event === 'bad-version' ? Number.POSITIVE_INFINITY : replacementTime(plan, event, level),
    why:
      left === 0
        ? `${how}, and until a new one is ready there is none`
        : `${how}, and what is left answers ${Math.round(left * plan.load.capacityPerPod)} of ${load} requests a second`,
    fix: FIX[event](plan),
    schedule: () => slowReturn(plan, event),
  };
}

/**
 * Tells whether pods that stop bridge the time in which none is ready: where routers fall back on them, and they go on
 * accepting until the first new pod is known everywhere. A StatefulSet's new pod starts only when the old one is gone.
 */
function isBridged(plan: Plan, event: RolloutEvent, level: AssumptionLevel): boolean {
  const { route, kind, strategy } = plan;
  if (!route.fallsBackToTerminating || kind !== 'Deployment') return false;
  // A claim that one pod or node can have keeps the successor out until the pod is gone.
  if (plan.before.exclusion.claim !== undefined) return false;
  // A drained pod's successor is its ReplicaSet's, whatever the strategy.
  if (event === 'rollout' && strategy.type !== 'RollingUpdate') return false;
  if (event === 'bad-version' || event === 'crash') return false;
  const { closes } = stopTimes(plan.before.stop);
  if (level === 'typical') return closes >= replacementTime(plan, event, level);
  // The exact time takes a search, which a first look spares nearly every pod.
  return closes >= startOf(plan, event).startUp.max && closes >= longestReplacementTime(plan, event);
}

/** From the moment a pod stops being ready until its successor is: usually, or at the least, where a loss is to be certain. */
function replacementTime(plan: Plan, event: RolloutEvent, level: AssumptionLevel): number {
  const start = startOf(plan, event);
  const comesAfter = plan.kind !== 'Deployment' || (event === 'rollout' && plan.strategy.type === 'Recreate');
  const gone = comesAfter ? stopTimes(plan.before.stop).sigterm : 0;
  if (level === 'typical') return gone + start.placement.min + Math.max(start.startUp.min, fastestReady(start));
  return gone + start.placement.typical + start.startUp.typical;
}

/** From the deletion of a Deployment's pod until its successor is known to every router, at most. */
function longestReplacementTime(plan: Plan, event: RolloutEvent): number {
  const start = startOf(plan, event);
  const { controller } = plan.latencies;
  const control = event === 'drain' ? 2 * controller.max : controller.max - controller.min;
  const { registration, withdrawal } = plan.route;
  // One pod's addition waits for no removal; among several it may wait for one that was made just before.
  const known = plan.replicas === 1 ? registration.max : Math.max(registration.max, withdrawal.max);
  return control + start.placement.max + slowestStart(start).ready + known;
}

const HOW: Readonly<Record<RolloutEvent, (plan: Plan, missing: number) => string>> = {
  rollout: (plan, missing) =>
    plan.strategy.type === 'Recreate'
      ? `the strategy Recreate stops ${pods(plan)} before the first new one starts`
      : `the rollout may take ${missing} of ${pods(plan)} away at once`,
  'bad-version': (plan, missing) =>
    `the new version never becomes ready, and the rollout has taken ${missing} of ${pods(plan)} away`,
  drain: (plan, missing) => `the drain may evict ${missing} of ${pods(plan)} at once`,
  crash: (plan) => `1 of ${pods(plan)} is gone at once`,
  'scale-down': (plan) => `the autoscaler leaves ${pods(plan)}`,
};

function pods({ replicas }: Plan): string {
  return replicas === 1 ? '1 pod' : `${replicas} pods`;
}

const ADD_A_REPLICA = 'run one replica more';

function changeStrategy(plan: Plan): string {
  if (plan.strategy.type === 'Recreate') return 'use the strategy RollingUpdate with maxSurge 1 and maxUnavailable 0';
  if (plan.kind !== 'StatefulSet') return 'set maxSurge 1 and maxUnavailable 0';
  return plan.strategy.type === 'RollingUpdate' && plan.strategy.unavailable > 1
    ? 'set maxUnavailable 1'
    : ADD_A_REPLICA;
}

const FIX: Readonly<Record<RolloutEvent, (plan: Plan) => string>> = {
  rollout: changeStrategy,
  'bad-version': changeStrategy,
  drain: ({ replicas }) =>
    replicas > 1
      ? 'add a PodDisruptionBudget with maxUnavailable 1, and spread the pods over nodes'
      : 'run two replicas, with a PodDisruptionBudget of maxUnavailable 1',
  crash: () => ADD_A_REPLICA,
  'scale-down': () => ADD_A_REPLICA,
};
