import type { ChosenNature } from '../engine/nature';
import type { Plan, RolloutEvent, StartPlan, VersionPlan } from '../plan';
import { fastestPhase, fastestReady, isAsked } from '../start';
import { stopTimes } from '../stop';
import { secondsToAvailable } from './bad-version';
import { carries, evictedAtOnce, fewestReady, loadAt, replacesPods } from './capacity';
import { type AssumptionLevel, type Hazard, inSeconds } from './hazard';

/** A pod is Ready and known to every router at once, and its process is as slow as it may be. */
const SLOW_START: ChosenNature = {
  'start-up': 'max',
  registration: 'min',
  withdrawal: 'min',
  placement: 'min',
  controller: 'min',
};

/** What the pods are like that an event starts; undefined where it starts none. */
function startedBy(plan: Plan, event: RolloutEvent): VersionPlan | undefined {
  if (event === 'rollout') return replacesPods(plan) ? plan.after : undefined;
  return event === 'drain' && evictedAtOnce(plan, 'worst') > 0 ? plan.before : undefined;
}

/** Requests that reach a pod before its process answers: nothing asks it whether it does. */
export function refusedWhileStarting(plan: Plan, event: RolloutEvent, level: AssumptionLevel): Hazard | undefined {
  const started = startedBy(plan, event)?.start;
  if (started === undefined || started.neverReady !== undefined) return undefined;
  if (plan.route.unreadySender !== undefined)
    return refusedFromTheFirst(plan.route.unreadySender, started, plan, level);
  if (isAsked(started)) return undefined;
  const lag = level === 'worst' ? plan.route.registration.min : plan.route.registration.typical;
  // A process may listen before the kubelet has seen its container run: then no request is lost.
  const startUp = started.startUp[level === 'worst' ? 'max' : 'min'];
  if (startUp <= lag) return undefined;
  return {
    kind: 'starts-late',
    cause: 'refused',
    seconds: startUp - lag,
    why: `without a readiness probe a pod is Ready as soon as its container runs, and its process may take ${inSeconds(startUp)} to answer`,
    fix: 'add a readiness probe',
    schedule: () => SLOW_START,
  };
}

/** No probe helps where a Service sends to a pod as soon as it has an address. */
function refusedFromTheFirst(
  service: string,
  start: StartPlan,
  plan: Plan,
  level: AssumptionLevel,
): Hazard | undefined {
  const [key, lag] = level === 'worst' ? (['max', 'min'] as const) : (['min', 'typical'] as const);
  const answers = start.placement[key] + start.startUp[key];
  const seconds = answers - plan.route.registration[lag];
  if (seconds <= 0) return undefined;
  return {
    kind: 'starts-late',
    cause: 'refused',
    seconds,
    why: `Service "${service}" publishes pods that are not ready (publishNotReadyAddresses), so a new pod gets requests as soon as it has an address, and may take ${inSeconds(answers)} to answer`,
    fix: `remove publishNotReadyAddresses from Service "${service}"`,
    schedule: () => ({ ...SLOW_START, placement: 'max' }),
  };
}

/** Ready pods that a balancer does not send to yet, while the pods they replace are gone: the rollout outruns it. */
export function outrunsRegistration(plan: Plan, event: RolloutEvent, level: AssumptionLevel): Hazard | undefined {
  const { max, typical } = plan.route.registration;
  const registration = level === 'worst' ? max : typical;
  const wave = waveOf(plan, event, level);
  if (wave === undefined || registration <= orderedLag(plan, level) || registration <= wave.waits) return undefined;
  const ahead = registration - wave.waits;
  const unregistered = wave.size * (Math.floor(ahead / wave.interval) + 1);
  const left = Math.max(0, fewestReady(plan, event, level) - unregistered);
  if (carries(plan, left, level)) return undefined;
  return {
    kind: 'registers-late',
    cause: left === 0 ? 'no-endpoint' : 'overloaded',
    seconds: ahead,
    why: `the balancer sends to a pod up to ${inSeconds(registration)} after it is Ready, and the pod that it replaces may go after ${inSeconds(wave.waits)}: ${left} of ${plan.replicas} pods may be left for ${Math.round(loadAt(plan, level))} requests a second`,
    fix: `set minReadySeconds to ${Math.ceil(max)}, or have the balancer put a readiness gate into the pods`,
    schedule: () => ({
      ...SLOW_START,
      registration: 'max',
      'start-up': 'min',
      'probe-phase': fastestPhase(plan.after.start),
    }),
  };
}

/** The longest registration lag with which enough registered pods stay; undefined where order alone keeps them. */
export function registrationLimit(plan: Plan, event: RolloutEvent): number | undefined {
  const wave = waveOf(plan, event, 'worst');
  if (wave === undefined || plan.route.registration.max <= orderedLag(plan, 'worst')) return undefined;
  const fewest = fewestReady(plan, event, 'worst');
  let waves = 0;
  while (wave.size > 0 && carries(plan, fewest - (waves + 1) * wave.size, 'worst')) waves++;
  return waves === 0 ? wave.waits : wave.waits + waves * wave.interval;
}

/** Up to the withdrawal lag an addition keeps its place before the removals that come after it. */
function orderedLag(plan: Plan, level: AssumptionLevel): number {
  return level === 'worst' ? plan.route.withdrawal.max : plan.route.withdrawal.typical;
}

interface Wave {
  /** Pods that start at a time. */
  readonly size: number;
  /** Seconds from Ready until the pod that is replaced may go. */
  readonly waits: number;
  /** Seconds between two waves, at least. */
  readonly interval: number;
}

function waveOf(plan: Plan, event: RolloutEvent, level: AssumptionLevel): Wave | undefined {
  const started = startedBy(plan, event)?.start;
  if (started === undefined || started.neverReady !== undefined) return undefined;
  // Slow starts give a balancer time: a loss is certain where even they do not save it.
  const starts = level === 'worst' ? fastestReady(started) + started.placement.min : slowEnough(started);
  const next = Math.max(0.001, starts);
  if (event === 'drain') return { size: evictedAtOnce(plan, 'worst'), waits: 0, interval: next };
  if (plan.strategy.type !== 'RollingUpdate') return undefined;
  const { surge, unavailable } = plan.strategy;
  const waits = secondsToAvailable(plan);
  // Without a surge of its own, a StatefulSet's or DaemonSet's pod starts when its predecessor is gone.
  const startsAfter = plan.kind !== 'Deployment' && surge === 0;
  const gone = startsAfter ? stopTimes(plan.before.stop).closes : 0;
  return {
    size: plan.kind === 'DaemonSet' && surge > 0 ? surge : surge + unavailable,
    waits,
    interval: gone + next + waits,
  };
}

function slowEnough({ placement, startUp }: StartPlan): number {
  return placement.max + startUp.max;
}
