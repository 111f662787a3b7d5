import { Duration } from 'cdk8s';
import { secondsOf } from '../../lifecycle/arithmetic/seconds';
import { DEFAULTS } from '../../lifecycle/documented-defaults';
import { Hook } from '../../lifecycle/values/hook';
import { preStopSecondsFor } from '../../lifecycle/values/pre-stop';
import { planShutdown, type Shutdown, type ShutdownPlan } from '../../lifecycle/values/shutdown';
import type { TrafficRoute } from '../../lifecycle/values/traffic-route';

/** What a construct was told about how its pods stop. */
export interface StopProps {
  readonly drainsWithin?: Duration;
  readonly shutdown?: Shutdown;
}

/** How pods that serve stop: they go on accepting for as long as the route sends, then finish what they have. */
export function servingStop(props: StopProps, route: TrafficRoute): ShutdownPlan {
  return planned(props, Hook.sleep(Duration.seconds(preStopSecondsFor(route))), DEFAULTS.gracePeriod.value);
}

/** How pods stop that nothing routes to: SIGTERM at once, then the drain. */
export function quietStop(props: StopProps): ShutdownPlan {
  return planned(props, undefined, DEFAULTS.gracePeriod.value);
}

/** How a job's pods stop: a job that says nothing has what its grace period leaves. */
export function jobStop(props: StopProps): ShutdownPlan {
  return planned(props, undefined, DEFAULTS.jobGracePeriod.value);
}

/** Sentences about a drain that was said twice, with two numbers; empty where it was not. */
export function drainConflicts({ drainsWithin, shutdown }: StopProps): readonly string[] {
  const drain = drainsWithin && secondsOf(drainsWithin, 'drainsWithin');
  if (drain === undefined || shutdown?._drain === undefined || drain === shutdown._drain) return [];
  return [`'drainsWithin' (${drain}s) and the shutdown's 'drain' (${shutdown._drain}s) differ: give one of them`];
}

function planned(
  { drainsWithin, shutdown }: StopProps,
  defaultPreStop: Hook | undefined,
  gracePeriodAtLeast: number,
): ShutdownPlan {
  const drainSeconds = drainsWithin && secondsOf(drainsWithin, 'drainsWithin');
  const defaultDrainSeconds = Math.min(DEFAULTS.drain.value, gracePeriodAtLeast - DEFAULTS.margin.value);
  return planShutdown({ shutdown, defaultPreStop, drainSeconds, defaultDrainSeconds, gracePeriodAtLeast });
}
