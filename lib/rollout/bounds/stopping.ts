import type { ChosenNature } from '../engine/nature';
import type { Plan, StopPlan } from '../plan';
import { type StopTimes, stopTimes } from '../stop';
import { type AssumptionLevel, type Hazard, inSeconds } from './hazard';

/** A pod is stopped as fast as it can be, and the routers are as slow as they may be. */
const SLOW_WITHDRAWAL: ChosenNature = {
  withdrawal: 'max',
  registration: 'min',
  kubelet: 'min',
  controller: 'min',
  placement: 'min',
  'start-up': 'min',
  exit: 'max',
};

function withdrawalAt(plan: Plan, level: AssumptionLevel): number {
  return level === 'worst' ? plan.route.withdrawal.max : plan.route.withdrawal.typical;
}

/** A hook of unknown length is taken to do nothing at worst, and to wait for the routers typically. */
function timesAt(plan: Plan, level: AssumptionLevel): StopTimes {
  return stopTimes(plan.before.stop, level === 'worst' ? 0 : plan.route.withdrawal.typical);
}

/** Requests that come after a stopping pod has closed its listeners: it closes before every router has withdrawn it. */
export function refusedWhileStopping(plan: Plan, level: AssumptionLevel): Hazard | undefined {
  const withdrawal = withdrawalAt(plan, level);
  const { closes, cuts } = timesAt(plan, level);
  const { unreadySender } = plan.route;
  if (unreadySender !== undefined) {
    const { max, typical } = plan.load.request;
    const seconds = Math.min(cuts - closes, level === 'worst' ? max : typical) + withdrawal;
    return seconds <= 0 ? undefined : refusedUntilGone(unreadySender, seconds);
  }
  if (closes >= withdrawal) return undefined;
  return {
    kind: 'closes-early',
    cause: 'refused',
    seconds: withdrawal - closes,
    why: `a pod accepts requests until ${inSeconds(closes)} after its deletion${describeEnd(plan.before.stop, closes)}, and routers (${plan.route.name}) may go on sending for ${inSeconds(withdrawal)}`,
    fix: endsWithProxy(plan.before.stop, closes)
      ? OUTLIVE
      : `${isStopped(plan.before.stop) ? 'put a sleep before what stops the server: ' : ''}give the container a preStop hook that sleeps ${inSeconds(Math.max(plan.route.preStop, Math.ceil(plan.route.withdrawal.max)))}, inside the grace period`,
    schedule: () => SLOW_WITHDRAWAL,
  };
}

/** No hook helps where a Service sends to a pod until it is gone. */
function refusedUntilGone(service: string, seconds: number): Hazard {
  return {
    kind: 'closes-early',
    cause: 'refused',
    seconds,
    why: `Service "${service}" publishes pods that are not ready (publishNotReadyAddresses), so a stopping pod gets requests until it is gone: for up to ${inSeconds(seconds)} after it has closed its listeners`,
    fix: `remove publishNotReadyAddresses from Service "${service}"`,
    schedule: () => SLOW_WITHDRAWAL,
  };
}

/** Requests that still run when a stopping pod is cut off. */
export function cutWhileStopping(plan: Plan, level: AssumptionLevel): Hazard | undefined {
  const { stop } = plan.before;
  const longest = level === 'worst' ? plan.load.request.max : plan.load.request.typical;
  const { closes, cuts, sigterm } = timesAt(plan, level);
  const last = lastAccepted(plan, closes, withdrawalAt(plan, level));
  if (last + longest <= cuts) return undefined;
  const isProxys = endsWithProxy(stop, cuts);
  const own = stop.onSigterm === 'exits' ? `exits at SIGTERM, ${inSeconds(sigterm)}` : `is killed ${inSeconds(cuts)}`;
  return {
    kind: 'killed-early',
    cause: 'cut',
    seconds: last + longest - cuts,
    why: `a pod ${isProxys ? `is cut off by the end of its ${stop.proxy?.name} ${inSeconds(cuts)}` : own} after its deletion, and a request that it accepted ${inSeconds(last)} after it may run for ${inSeconds(longest)}`,
    fix: isProxys
      ? OUTLIVE
      : stop.onSigterm === 'drains'
        ? `raise terminationGracePeriodSeconds to ${Math.ceil(sigterm + plan.load.request.max)} or more`
        : 'let the process finish what it has on SIGTERM',
    schedule: () => SLOW_WITHDRAWAL,
  };
}

/** The latest moment after a deletion at which a request is accepted. */
export function lastAccepted(plan: Plan, closes: number, withdrawal: number): number {
  const isSentToEnd = plan.load.connections === 'keep-alive' || plan.route.unreadySender !== undefined;
  return isSentToEnd ? closes : Math.min(closes, withdrawal);
}

const OUTLIVE = 'make the proxy a native sidecar, or have it wait for the preStop sleep plus the longest request';

/** Tells whether a moment of a stop is the one at which the mesh's proxy ends. */
function endsWithProxy({ proxy }: StopPlan, moment: number): boolean {
  return proxy !== undefined && proxy.ends <= moment;
}

function describeEnd(stop: StopPlan, closes: number): string {
  return endsWithProxy(stop, closes) ? ` (its ${stop.proxy?.name} ends then)` : describeHook(stop);
}

function describeHook({ preStop }: StopPlan): string {
  switch (preStop.kind) {
    case 'none':
      return ' (it has no preStop hook)';
    case 'fails':
      return ` (${preStop.why})`;
    case 'unknown':
      return ' at least (how long its preStop hook takes cannot be read)';
    case 'sleeps':
      if (preStop.stop !== undefined) return ` (its preStop hook runs "${preStop.stop.text}" then)`;
      return preStop.seconds === 0 ? ' (its preStop hook returns at once)' : '';
  }
}

function isStopped({ preStop }: StopPlan): boolean {
  return preStop.kind === 'sleeps' && preStop.stop !== undefined;
}
