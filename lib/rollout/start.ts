import type { ProbeTiming } from '../lifecycle/arithmetic/timing';
import { earliestKill } from '../lifecycle/arithmetic/timing';
import type { StartPlan } from './plan';

/** What becomes of a container that was started, in seconds from the moment it runs. */
export interface StartTimes {
  /** When the pod is Ready; undefined where a startup probe kills the container first, or Ready never comes. */
  readonly ready: number | undefined;
  /** When its startup or liveness probe kills it; undefined where none does. */
  readonly killed: number | undefined;
}

/** The first probe at or after a moment: probes come every period, from a phase that the pod's own start sets. */
function firstTick(probe: ProbeTiming, phase: number, from: number): number {
  const start = Math.max(from, probe.initialDelaySeconds);
  const offset = phase * probe.periodSeconds;
  return offset + Math.max(0, Math.ceil((start - offset) / probe.periodSeconds - 1e-9)) * probe.periodSeconds;
}

/** When a probe kills a container that answers from `startUp` seconds on; undefined where it answers in time. */
function killedBy(probe: ProbeTiming, phase: number, startUp: number): number | undefined {
  const first = firstTick(probe, phase, 0);
  const kill = first + (probe.failureThreshold - 1) * probe.periodSeconds;
  return kill < startUp ? kill : undefined;
}

/**
 * When a pod whose process answers from `startUp` seconds on is Ready. `phase` (0 to 1) is where in their period the
 * probes tick: it is the pod's start that sets it, not the container's. A startup probe's success asks the readiness
 * probe at once.
 */
export function startTimes(start: StartPlan, startUp: number, phase: number): StartTimes {
  const { startupProbe, livenessProbe, readinessProbe } = start;
  const killer = startupProbe ?? livenessProbe;
  const killed = killer === undefined ? undefined : killedBy(killer, phase, startUp);
  if (start.neverReady !== undefined) return { ready: undefined, killed };
  if (!isAsked(start)) return { ready: 0, killed };
  if (killed !== undefined) return { ready: undefined, killed };
  const started = startupProbe === undefined ? 0 : firstTick(startupProbe, phase, startUp);
  if (readinessProbe === undefined) return { ready: started, killed: undefined };
  const asked =
    startupProbe === undefined
      ? firstTick(readinessProbe, phase, startUp)
      : firstAfter(started, readinessProbe.initialDelaySeconds, readinessProbe.periodSeconds);
  return { ready: asked + (readinessProbe.successThreshold - 1) * readinessProbe.periodSeconds, killed: undefined };
}

/** Tells whether a pod is Ready only when its process has answered: a liveness probe asks too, and holds nothing. */
export function isAsked({ startupProbe, readinessProbe }: StartPlan): boolean {
  return startupProbe !== undefined || readinessProbe !== undefined;
}

function firstAfter(started: number, initialDelay: number, period: number): number {
  return started + Math.max(0, Math.ceil((initialDelay - started) / period)) * period;
}

/** The shortest time from a running container to Ready. */
export function fastestReady(start: StartPlan): number {
  return startTimes(start, start.startUp.min, fastestPhase(start)).ready ?? 0;
}

/** The phase with which probes find a process as soon as it can answer. */
export function fastestPhase({ startUp, startupProbe, readinessProbe }: StartPlan): number {
  const probe = startupProbe ?? readinessProbe;
  if (probe === undefined) return 0;
  const earliest = Math.max(startUp.min, probe.initialDelaySeconds);
  // Rounded up to the step in which phases are drawn: a probe that comes too early counts as a failure.
  return Math.ceil(((earliest % probe.periodSeconds) / probe.periodSeconds) * 1000) / 1000;
}

/** The latest that a pod can be Ready: what its process and its probes' phase have to be for it, in seconds. */
export interface SlowestStart {
  readonly startUp: number;
  readonly phase: number;
  /** From a running container to Ready. */
  readonly ready: number;
}

/**
 * Finds the slowest start by trying every phase, in steps of a thousandth. A slow process is not always the worst: one
 * that passes its startup probe just before the readiness probe's initial delay has ended waits for a whole period more.
 */
export function slowestStart(start: StartPlan): SlowestStart {
  const { startUp, startupProbe, readinessProbe } = start;
  const candidates = [startUp.max];
  const delay = readinessProbe?.initialDelaySeconds ?? 0;
  if (startupProbe !== undefined)
    for (let early = startUp.min; early < Math.min(delay, startUp.max); early += startupProbe.periodSeconds)
      candidates.push(early);
  let slowest: SlowestStart = { startUp: startUp.max, phase: 0, ready: 0 };
  for (const candidate of candidates)
    for (let step = 0; step <= 1000; step++) {
      const { ready } = startTimes(start, candidate, step / 1000);
      if (ready !== undefined && ready > slowest.ready) slowest = { startUp: candidate, phase: step / 1000, ready };
    }
  return slowest;
}

/** How long a container may take to start before a probe kills it; undefined where none does. */
export function startUpLimit({ startupProbe, livenessProbe }: StartPlan): number | undefined {
  const killer = startupProbe ?? livenessProbe;
  return killer === undefined ? undefined : earliestKill(killer);
}
