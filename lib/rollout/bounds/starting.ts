import type { Schedule } from '../engine/nature';
import type { Plan, PodPlan, RolloutEvent } from '../plan';
import { fastestPhase, fastestReady } from '../start';
import { stopTimes } from '../stop';
import { secondsToAvailable } from './bad-version';
import { carries, evictedAtOnce, fewestReady, loadAt, replacesPods } from './capacity';
import { type Hazard, inSeconds, type Level } from './hazard';

/** A pod is Ready and known to every router at once, and its process is as slow as it may be. */
const SLOW_START: Schedule = {
  'start-up': 'max',
  registration: 'min',
  withdrawal: 'min',
  placement: 'min',
  controller: 'min',
};

/** What the pods are like that an event starts; undefined where it starts none. */
function startedBy(plan: Plan, event: RolloutEvent): PodPlan | undefined {
  if (event === 'rollout') return replacesPods(plan) ? plan.after : undefined;
  return event === 'drain' && evictedAtOnce(plan, 'worst') > 0 ? plan.before : undefined;
}

/** Requests that reach a pod before its process answers: nothing asks it whether it does. */
export function refusedWhileStarting(plan: Plan, event: RolloutEvent, level: Level): Hazard | undefined {
  const started = startedBy(plan, event)?.start;
  if (started === undefined || started.neverReady !== undefined) return undefined;
  if (started.readinessProbe !== undefined || started.startupProbe !== undefined) return undefined;
  const lag = level === 'worst' ? plan.route.registration.min : plan.route.registration.typical;
  const startUp = started.startUp[level === 'worst' ? 'max' : 'typical'];
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

/** Ready pods that a balancer does not send to yet, while the pods they replace are gone: the rollout outruns it. */
export function outrunsRegistration(plan: Plan, event: RolloutEvent, level: Level): Hazard | undefined {
  const { max, typical } = plan.route.registration;
  const registration = level === 'worst' ? max : typical;
  const wave = waveOf(plan, event);
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
  const wave = waveOf(plan, event);
  if (wave === undefined || plan.route.registration.max <= orderedLag(plan, 'worst')) return undefined;
  const fewest = fewestReady(plan, event, 'worst');
  let waves = 0;
  while (wave.size > 0 && carries(plan, fewest - (waves + 1) * wave.size, 'worst')) waves++;
  return waves === 0 ? wave.waits : wave.waits + waves * wave.interval;
}

/** Up to the withdrawal lag an addition keeps its place before the removals that come after it. */
function orderedLag(plan: Plan, level: Level): number {
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

function waveOf(plan: Plan, event: RolloutEvent): Wave | undefined {
  const started = startedBy(plan, event)?.start;
  if (started === undefined || started.neverReady !== undefined) return undefined;
  const fastest = Math.max(0.001, started.placement.min + fastestReady(started));
  if (event === 'drain') return { size: evictedAtOnce(plan, 'worst'), waits: 0, interval: fastest };
  if (plan.strategy.type !== 'RollingUpdate') return undefined;
  const { surge, unavailable } = plan.strategy;
  const waits = secondsToAvailable(plan);
  // Without a surge of its own, a StatefulSet's or DaemonSet's pod starts when its predecessor is gone.
  const startsAfter = plan.kind !== 'Deployment' && surge === 0;
  const gone = startsAfter ? stopTimes(plan.before.stop).closes : 0;
  return {
    size: plan.kind === 'DaemonSet' && surge > 0 ? surge : surge + unavailable,
    waits,
    interval: gone + fastest + waits,
  };
}
