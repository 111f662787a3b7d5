import type { Duration } from 'cdk8s';
import { checkOptions } from '../arguments/check';
import { duration, durationFrom } from '../arguments/duration';
import { instanceOf } from '../arguments/instance';
import { struct } from '../arguments/struct';
import { checkCount } from '../arithmetic/numbers';
import { secondsOf } from '../arithmetic/seconds';
import { gracePeriodFor, MINIMUM_STOP_SECONDS } from '../arithmetic/timing';
import { DEFAULTS } from '../documented-defaults';
import type { HandlerSpec } from './handler-spec';
import { HOOK, type Hook } from './hook';

/** What a pod does between its deletion and its end. */
export interface ShutdownOptions {
  /**
   * What runs before SIGTERM.
   * @default - for what serves, a sleep of 10 s or what the traffic route asks for; else nothing
   */
  readonly preStop?: Hook;
  /**
   * How long `preStop` takes, where it is a command or a request and so cannot be read.
   * @default - a sleep's own time, else 10 s for a command or request
   */
  readonly preStopTakes?: Duration;
  /**
   * The longest request or message: how long the app may take to finish after SIGTERM.
   * @default Duration.seconds(30)
   */
  readonly drain?: Duration;
  /**
   * What is left between the end of the drain and SIGKILL.
   * @default Duration.seconds(10)
   */
  readonly margin?: Duration;
  /**
   * Time from the deletion to SIGKILL.
   * @default - 60 s for what serves and 30 s for jobs, raised to preStop + drain + margin
   */
  readonly gracePeriod?: Duration;
}

export const SHUTDOWN_OPTIONS = struct<ShutdownOptions>('ShutdownOptions', {
  preStop: HOOK,
  preStopTakes: duration(),
  drain: duration(),
  margin: duration(),
  gracePeriod: duration(),
});

/** A shutdown with every number known; in seconds. */
export interface ShutdownPlan {
  readonly preStop: HandlerSpec | undefined;
  readonly preStopSeconds: number;
  readonly drainSeconds: number;
  readonly marginSeconds: number;
  readonly gracePeriodSeconds: number;
}

/**
 * How a pod stops: hook, then SIGTERM and drain, then SIGKILL at the end of the grace period, which holds them all.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination
 */
export class Shutdown {
  /**
   * Sets what differs from the defaults.
   * @throws if a time is not a whole number of seconds, or the grace period is 0
   */
  public static of(options: ShutdownOptions): Shutdown {
    const { preStop, preStopTakes, drain, margin, gracePeriod } = checkOptions(
      'Shutdown.of',
      SHUTDOWN_OPTIONS,
      options,
    );
    return new Shutdown(
      preStop,
      preStopTakes && secondsOf(preStopTakes, 'preStopTakes'),
      drain && secondsOf(drain, 'drain'),
      margin && secondsOf(margin, 'margin'),
      gracePeriod && checkCount(secondsOf(gracePeriod, 'gracePeriod'), 'gracePeriod', 1),
    );
  }

  private constructor(
    /** @internal */
    public readonly _preStop: Hook | undefined,
    /** @internal */
    public readonly _preStopTakes: number | undefined,
    /** @internal */
    public readonly _drain: number | undefined,
    /** @internal */
    public readonly _margin: number | undefined,
    /** @internal */
    public readonly _gracePeriod: number | undefined,
  ) {}
}

export const SHUTDOWN = instanceOf(Shutdown, {
  wanted: 'a Shutdown',
  give: 'Shutdown.of({ gracePeriod: Duration.seconds(60) })',
  from: (value) => {
    const gracePeriod = durationFrom(value);
    return gracePeriod === undefined ? undefined : `Shutdown.of({ gracePeriod: ${gracePeriod} })`;
  },
});

/** What a construct knows when it plans a shutdown; in seconds. */
export interface ShutdownContext {
  readonly shutdown: Shutdown | undefined;
  /** The hook where none is given; undefined for what nothing routes to. */
  readonly defaultPreStop: HandlerSpec | undefined;
  readonly drainSeconds: number | undefined;
  /** The drain where none is given. */
  readonly defaultDrainSeconds: number;
  /** The grace period where none is given: what it is at least. */
  readonly gracePeriodAtLeast: number;
}

/** Fills in what is left out. A grace period that was given stands, however short: whether it fits is checked at synth. */
export function planShutdown(context: ShutdownContext): ShutdownPlan {
  const { shutdown } = context;
  const preStop = shutdown?._preStop?._handler ?? context.defaultPreStop;
  const unknownLength = preStop === undefined ? 0 : DEFAULTS.unreadHook.value;
  const sleepSeconds = preStop?.type === 'sleep' ? preStop.seconds : undefined;
  const preStopSeconds = sleepSeconds ?? shutdown?._preStopTakes ?? unknownLength;
  const drainSeconds = shutdown?._drain ?? context.drainSeconds ?? context.defaultDrainSeconds;
  const marginSeconds = shutdown?._margin ?? DEFAULTS.margin.value;
  const gracePeriodSeconds =
    shutdown?._gracePeriod ?? gracePeriodFor(preStopSeconds, drainSeconds, marginSeconds, context.gracePeriodAtLeast);
  return { preStop, preStopSeconds, drainSeconds, marginSeconds, gracePeriodSeconds };
}

/** Sentences about a shutdown whose numbers cannot hold together; empty where they do. */
export function shutdownConflicts(plan: ShutdownPlan): readonly string[] {
  const { preStopSeconds, drainSeconds, gracePeriodSeconds } = plan;
  if (preStopSeconds >= gracePeriodSeconds && preStopSeconds > 0) {
    return [
      `'preStop' (${preStopSeconds}s) takes the whole 'gracePeriod' (${gracePeriodSeconds}s), so the app is killed ${MINIMUM_STOP_SECONDS}s after SIGTERM: raise 'gracePeriod' to ${preStopSeconds + drainSeconds}s or more, or leave it out`,
    ];
  }
  if (preStopSeconds + drainSeconds > gracePeriodSeconds) {
    return [
      `'preStop' (${preStopSeconds}s) and 'drain' (${drainSeconds}s) do not fit into 'gracePeriod' (${gracePeriodSeconds}s): raise it to ${preStopSeconds + drainSeconds}s or more, or leave it out`,
    ];
  }
  return [];
}
