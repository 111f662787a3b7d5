import { timeToStop } from '../lifecycle/arithmetic/timing';
import type { StopPlan } from './plan';

/** The moments of a container's stop, in seconds after the kubelet began it. */
export interface StopTimes {
  /** When SIGTERM is sent: the preStop hook has ended, or the grace period has. */
  readonly sigterm: number;
  /** From when on new connections are refused. */
  readonly closes: number;
  /** When requests still in flight are cut: SIGKILL, or the exit of a process that does not drain. */
  readonly cuts: number;
}

/** Seconds for which a hook holds SIGTERM back; a hook of unknown length is taken to hold it for `unknown`. */
export function preStopSeconds(stop: StopPlan, unknown = 0): number {
  // The API server makes a grace period of 0 or less one second, and a hook is waited for no longer than the grace period.
  const grace = Math.max(1, stop.gracePeriod);
  if (stop.preStop.kind === 'sleeps') return Math.min(stop.preStop.seconds, grace);
  return stop.preStop.kind === 'unknown' ? Math.min(unknown, grace) : 0;
}

/** Reads the moments of a stop off its plan: a proxy that ends takes the app's requests with it. */
export function stopTimes(stop: StopPlan, unknownHookSeconds = 0): StopTimes {
  const { sigterm, closes, cuts } = ownTimes(stop, unknownHookSeconds);
  const ends = stop.proxy?.ends ?? Number.POSITIVE_INFINITY;
  return { sigterm, closes: Math.min(closes, ends), cuts: Math.min(cuts, ends) };
}

/** The moments of the container itself, whatever becomes of a proxy. */
export function ownTimes(stop: StopPlan, unknownHookSeconds = 0): StopTimes {
  const sigterm = preStopSeconds(stop, unknownHookSeconds);
  const kill = sigterm + timeToStop(Math.max(1, stop.gracePeriod), sigterm);
  switch (stop.onSigterm) {
    case 'drains':
      return { sigterm, closes: Math.min(kill, sigterm + stop.acceptsAfterSigterm), cuts: kill };
    case 'exits':
      return { sigterm, closes: sigterm, cuts: sigterm };
    case 'ignores':
    case 'unreached':
      return { sigterm, closes: kill, cuts: kill };
  }
}
