import type { Duration } from 'cdk8s';
import { secondsOf } from '../../lifecycle/arithmetic/seconds';
import { DEFAULTS } from '../../lifecycle/documented-defaults';
import { preStopSecondsFor } from '../../lifecycle/routes/pre-stop';
import type { Route } from '../../lifecycle/routes/route';
import { planShutdown, type Shutdown, type ShutdownPlan } from '../../lifecycle/values/shutdown';
import type { Component } from '../labels';

/** What a construct was told about how its pods stop. */
export interface StopProps {
  readonly drainsWithin?: Duration;
  readonly shutdown?: Shutdown;
}

/** What decides how pods stop where nothing was said. */
export interface StopFacts {
  readonly component: Component;
  /** How requests reach the pods; undefined where nothing is routed to them. */
  readonly route: Route | undefined;
}

/**
 * How pods stop. What serves goes on accepting for as long as the route sends, then finishes what it has; what nothing
 * routes to gets SIGTERM at once; a job that says nothing has what its grace period leaves.
 */
export function planStop({ drainsWithin, shutdown }: StopProps, { component, route }: StopFacts): ShutdownPlan {
  const gracePeriodAtLeast = component === 'job' ? DEFAULTS.jobGracePeriod.value : DEFAULTS.gracePeriod.value;
  return planShutdown({
    shutdown,
    defaultPreStop: route && { type: 'sleep', seconds: preStopSecondsFor(route) },
    drainSeconds: drainsWithin && secondsOf(drainsWithin, 'drainsWithin'),
    defaultDrainSeconds: Math.min(DEFAULTS.drain.value, gracePeriodAtLeast - DEFAULTS.margin.value),
    gracePeriodAtLeast,
  });
}

/** Sentences about a drain that was said twice, with two numbers; empty where it was not. */
export function drainConflicts({ drainsWithin, shutdown }: StopProps): readonly string[] {
  const drain = drainsWithin && secondsOf(drainsWithin, 'drainsWithin');
  if (drain === undefined || shutdown?._drain === undefined || drain === shutdown._drain) return [];
  return [`'drainsWithin' (${drain}s) and the shutdown's 'drain' (${shutdown._drain}s) differ: give one of them`];
}
