/** The numbers of a probe after defaulting; times in seconds. */
export interface ProbeTiming {
  readonly initialDelaySeconds: number;
  readonly periodSeconds: number;
  readonly timeoutSeconds: number;
  readonly failureThreshold: number;
  readonly successThreshold: number;
}

/** The least time that SIGTERM gets before SIGKILL, however little of the grace period is left. In seconds. */
export const MINIMUM_STOP_SECONDS = 2;

/** Earliest time after the start at which a liveness or startup probe kills: its first failure counts at once. */
export function earliestKill(probe: ProbeTiming): number {
  return probe.initialDelaySeconds + (probe.failureThreshold - 1) * probe.periodSeconds;
}

/** Longest time from a breakage until a probe's failures have added up: failure x period + timeout. */
export function timeToNotice(probe: ProbeTiming): number {
  return probe.failureThreshold * probe.periodSeconds + probe.timeoutSeconds;
}

/** Longest time a container can take to start before its startup (or liveness) probe has killed it. */
export function startupBudget(probe: ProbeTiming): number {
  return probe.initialDelaySeconds + timeToNotice(probe);
}

/** Longest time from the moment the app answers until its pod is Ready. */
export function timeToReady(probe: ProbeTiming): number {
  return probe.initialDelaySeconds + probe.successThreshold * probe.periodSeconds + probe.timeoutSeconds;
}

/** The failureThreshold with which a startup probe never kills before `startsWithin` seconds. */
export function failureThresholdFor(startsWithin: number, initialDelaySeconds: number, periodSeconds: number): number {
  return Math.max(1, Math.ceil((startsWithin - initialDelaySeconds) / periodSeconds) + 1);
}

/** The grace period that holds a preStop hook, the longest request and a margin; never below `atLeast`. */
export function gracePeriodFor(preStop: number, drain: number, margin: number, atLeast = 0): number {
  return Math.max(atLeast, preStop + drain + margin);
}

/** Time from SIGTERM to SIGKILL: what the preStop hook leaves of the grace period, at least 2 s. */
export function timeToStop(gracePeriod: number, preStop: number): number {
  return Math.max(MINIMUM_STOP_SECONDS, gracePeriod - Math.floor(preStop));
}

/** Longest time from the deletion of a pod until all its processes are gone. */
export function timeToGone(gracePeriod: number): number {
  return gracePeriod + MINIMUM_STOP_SECONDS;
}
