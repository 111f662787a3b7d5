import type { Duration } from 'cdk8s';
import { duration } from '../arguments/duration';
import { wholeNumber } from '../arguments/scalars';
import { struct } from '../arguments/struct';
import { checkCount } from '../arithmetic/numbers';
import { secondsOf } from '../arithmetic/seconds';
import { failureThresholdFor, type ProbeTiming } from '../arithmetic/timing';
import { DEFAULTS } from '../documented-defaults';
import type { HealthCheck } from './health-check';

/** Timing of the readiness check. It decides about traffic, never about life. */
export interface ReadinessOptions {
  /**
   * Time from the container's start to the first check.
   * @default Duration.seconds(5)
   */
  readonly initialDelay?: Duration;
  /**
   * Time between checks; 1 s or more.
   * @default Duration.seconds(5)
   */
  readonly period?: Duration;
  /**
   * Time after which a check counts as failed; 1 s or more.
   * @default Duration.seconds(1)
   */
  readonly timeout?: Duration;
  /**
   * Failures in a row after which the pod gets no more traffic.
   * @default 3
   */
  readonly failureThreshold?: number;
  /**
   * Successes in a row after which the pod gets traffic.
   * @default 1
   */
  readonly successThreshold?: number;
}

export const READINESS_OPTIONS = struct<ReadinessOptions>('ReadinessOptions', {
  initialDelay: duration(),
  period: duration(),
  timeout: duration(),
  failureThreshold: wholeNumber(1),
  successThreshold: wholeNumber(1),
});

/** Timing of the liveness check. It has no success threshold: Kubernetes only allows 1. */
export interface LivenessOptions {
  /**
   * Time from the container's start (once it has started) to the first check.
   * @default Duration.seconds(10)
   */
  readonly initialDelay?: Duration;
  /**
   * Time between checks; 1 s or more.
   * @default Duration.seconds(10)
   */
  readonly period?: Duration;
  /**
   * Time after which a check counts as failed; 1 s or more.
   * @default Duration.seconds(1)
   */
  readonly timeout?: Duration;
  /**
   * Failures in a row after which the container is restarted.
   * @default 3
   */
  readonly failureThreshold?: number;
  /**
   * Grace period when this check kills the container.
   * @default - the pod's grace period
   */
  readonly terminationGracePeriod?: Duration;
}

export const LIVENESS_OPTIONS = struct<LivenessOptions>('LivenessOptions', {
  initialDelay: duration(),
  period: duration(),
  timeout: duration(),
  failureThreshold: wholeNumber(1),
  terminationGracePeriod: duration(),
});

/** Timing of the startup check. Until it passes, neither of the others runs. */
export interface StartupOptions {
  /**
   * The longest the container takes to start: no kill before. Sets the failure threshold.
   * @default - failureThreshold decides
   */
  readonly startsWithin?: Duration;
  /**
   * Time from the container's start to the first check.
   * @default Duration.seconds(0)
   */
  readonly initialDelay?: Duration;
  /**
   * Time between checks; 1 s or more.
   * @default Duration.seconds(5)
   */
  readonly period?: Duration;
  /**
   * Time after which a check counts as failed; 1 s or more.
   * @default Duration.seconds(1)
   */
  readonly timeout?: Duration;
  /**
   * Failures in a row after which the container is restarted.
   * @default 30
   */
  readonly failureThreshold?: number;
  /**
   * Grace period when this check kills the container.
   * @default - the pod's grace period
   */
  readonly terminationGracePeriod?: Duration;
}

export const STARTUP_OPTIONS = struct<StartupOptions>('StartupOptions', {
  startsWithin: duration(),
  initialDelay: duration(),
  period: duration(),
  timeout: duration(),
  failureThreshold: wholeNumber(1),
  terminationGracePeriod: duration(),
});

/** One probe, ready to be rendered. */
export interface ProbePlan {
  readonly check: HealthCheck;
  readonly timing: ProbeTiming;
  readonly terminationGracePeriodSeconds: number | undefined;
}

type Timed = Omit<ProbePlan, 'check'>;

interface CommonOptions {
  readonly initialDelay?: Duration;
  readonly period?: Duration;
  readonly timeout?: Duration;
  readonly failureThreshold?: number;
  readonly terminationGracePeriod?: Duration;
}

interface CommonDefaults {
  readonly initialDelaySeconds: number;
  readonly periodSeconds: number;
  readonly timeoutSeconds: number;
  readonly failureThreshold: number;
}

/** The numbers of a readiness check, with the defaults for what is left out. */
export function readinessTiming(options: ReadinessOptions): Timed {
  const timed = commonTiming(options, DEFAULTS.readiness.value);
  const successThreshold = checkCount(
    options.successThreshold ?? DEFAULTS.readiness.value.successThreshold,
    'successThreshold',
    1,
  );
  return { ...timed, timing: { ...timed.timing, successThreshold } };
}

/** The numbers of a liveness check, with the defaults for what is left out. */
export function livenessTiming(options: LivenessOptions): Timed {
  return commonTiming(options, DEFAULTS.liveness.value);
}

/** The numbers of a startup check, with the defaults for what is left out. */
export function startupTiming(options: StartupOptions): Timed {
  const timed = commonTiming(options, DEFAULTS.startup.value);
  if (options.startsWithin === undefined) return timed;
  if (options.failureThreshold !== undefined) {
    throw new Error("'startsWithin' and 'failureThreshold' say the same thing twice: give one of them");
  }
  const { initialDelaySeconds, periodSeconds } = timed.timing;
  const failureThreshold = failureThresholdFor(
    positive(options.startsWithin, 'startsWithin'),
    initialDelaySeconds,
    periodSeconds,
  );
  return { ...timed, timing: { ...timed.timing, failureThreshold } };
}

function commonTiming(options: CommonOptions, defaults: CommonDefaults): Timed {
  const seconds = (value: Duration | undefined, property: string, fallback: number) =>
    value === undefined ? fallback : positive(value, property);
  return {
    timing: {
      initialDelaySeconds:
        options.initialDelay === undefined
          ? defaults.initialDelaySeconds
          : secondsOf(options.initialDelay, 'initialDelay'),
      periodSeconds: seconds(options.period, 'period', defaults.periodSeconds),
      timeoutSeconds: seconds(options.timeout, 'timeout', defaults.timeoutSeconds),
      failureThreshold: checkCount(options.failureThreshold ?? defaults.failureThreshold, 'failureThreshold', 1),
      successThreshold: 1,
    },
    terminationGracePeriodSeconds:
      options.terminationGracePeriod && positive(options.terminationGracePeriod, 'terminationGracePeriod'),
  };
}

function positive(duration: Duration, property: string): number {
  return checkCount(secondsOf(duration, property), property, 1);
}
