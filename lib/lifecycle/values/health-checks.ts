import type { Duration } from 'cdk8s';
import { checkArgument, checkOptions } from '../arguments/check';
import { duration } from '../arguments/duration';
import { instanceOf } from '../arguments/instance';
import { quoted } from '../arguments/shown';
import { earliestKill, startupBudget } from '../arithmetic/timing';
import { DEFAULTS } from '../documented-defaults';
import { HEALTH_CHECK, HealthCheck } from './health-check';
import {
  EXEC_HEALTH_CHECKS_OPTIONS,
  type ExecHealthChecksOptions,
  GRPC_HEALTH_CHECKS_OPTIONS,
  type GrpcHealthChecksOptions,
  HTTP_HEALTH_CHECKS_OPTIONS,
  type HttpHealthChecksOptions,
  MIXED_HEALTH_CHECKS_OPTIONS,
  type MixedHealthChecksOptions,
  TCP_HEALTH_CHECKS_OPTIONS,
  type TcpHealthChecksOptions,
} from './health-checks-options';
import {
  LIVENESS_OPTIONS,
  type LivenessOptions,
  livenessTiming,
  type ProbePlan,
  READINESS_OPTIONS,
  type ReadinessOptions,
  readinessTiming,
  STARTUP_OPTIONS,
  type StartupOptions,
  startupTiming,
} from './probe-options';

/**
 * How a container is asked whether it takes traffic (readiness), must be restarted (liveness) and has started (startup).
 *
 * @see https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/
 */
export class HealthChecks {
  /** Asks over HTTP: GET /ready and GET /healthz unless told otherwise. */
  public static http(options: HttpHealthChecksOptions = {}): HealthChecks {
    const { readiness, liveness, startup, ...request } = checkOptions(
      'HealthChecks.http',
      HTTP_HEALTH_CHECKS_OPTIONS,
      options,
    );
    const check = (path: string) => HealthCheck.http({ path, ...request });
    return HealthChecks.of({
      readiness: check(readiness ?? DEFAULTS.readiness.value.path),
      liveness: check(liveness ?? DEFAULTS.liveness.value.path),
      startup: startup === undefined ? undefined : check(startup),
    });
  }

  /** Asks over TCP: a connection that opens passes. */
  public static tcp(options: TcpHealthChecksOptions = {}): HealthChecks {
    const given = checkOptions('HealthChecks.tcp', TCP_HEALTH_CHECKS_OPTIONS, options);
    return HealthChecks.of({ readiness: HealthCheck.tcp(given), liveness: HealthCheck.tcp(given) });
  }

  /** Runs commands in the container: exit code 0 passes. */
  public static exec(options: ExecHealthChecksOptions): HealthChecks {
    const {
      readiness,
      liveness = readiness,
      startup,
    } = checkOptions('HealthChecks.exec', EXEC_HEALTH_CHECKS_OPTIONS, options);
    return HealthChecks.of({
      readiness: HealthCheck.exec(readiness),
      liveness: HealthCheck.exec(liveness),
      startup: startup === undefined ? undefined : HealthCheck.exec(startup),
    });
  }

  /** Asks by the gRPC health checking protocol. */
  public static grpc(options: GrpcHealthChecksOptions = {}): HealthChecks {
    const { readiness, liveness, startup, port } = checkOptions(
      'HealthChecks.grpc',
      GRPC_HEALTH_CHECKS_OPTIONS,
      options,
    );
    const check = (service: string | undefined) => HealthCheck.grpc({ port, service });
    return HealthChecks.of({
      readiness: check(readiness),
      liveness: check(liveness),
      startup: startup === undefined ? undefined : check(startup),
    });
  }

  /** Asks by different mechanisms, or by some of the checks only. */
  public static of(options: MixedHealthChecksOptions): HealthChecks {
    const {
      readiness,
      liveness,
      startup = liveness,
    } = checkOptions('HealthChecks.of', MIXED_HEALTH_CHECKS_OPTIONS, options);
    return new HealthChecks(
      readiness && { check: readiness, ...readinessTiming({}) },
      liveness && { check: liveness, ...livenessTiming({}) },
      startup && { check: startup, ...startupTiming({}) },
    );
  }

  private constructor(
    /** @internal */
    public readonly _readiness: ProbePlan | undefined,
    /** @internal */
    public readonly _liveness: ProbePlan | undefined,
    /** @internal */
    public readonly _startup: ProbePlan | undefined,
  ) {}

  /** The same checks with another timing of readiness. */
  public withReadiness(options: ReadinessOptions): HealthChecks {
    const given = checkOptions('HealthChecks.withReadiness', READINESS_OPTIONS, options);
    const readiness = this._readiness && { ...this._readiness, ...readinessTiming(given) };
    return new HealthChecks(required(readiness, 'readiness'), this._liveness, this._startup);
  }

  /** The same checks with another timing of liveness. */
  public withLiveness(options: LivenessOptions): HealthChecks {
    const given = checkOptions('HealthChecks.withLiveness', LIVENESS_OPTIONS, options);
    const liveness = this._liveness && { ...this._liveness, ...livenessTiming(given) };
    return new HealthChecks(this._readiness, required(liveness, 'liveness'), this._startup);
  }

  /** The same checks with another timing of startup. */
  public withStartup(options: StartupOptions): HealthChecks {
    const given = checkOptions('HealthChecks.withStartup', STARTUP_OPTIONS, options);
    const startup = this._startup && { ...this._startup, ...startupTiming(given) };
    return new HealthChecks(this._readiness, this._liveness, required(startup, 'startup'));
  }

  /** The same checks, with time to start: no kill before it has passed. */
  public startsWithin(time: Duration): HealthChecks {
    checkArgument('HealthChecks.startsWithin', 'time', duration('Duration.seconds(60)'), time);
    return this.withStartup({ startsWithin: time });
  }

  /** The same checks without liveness: the container is never restarted for not answering. */
  public withoutLiveness(): HealthChecks {
    return new HealthChecks(this._readiness, undefined, this._startup);
  }

  /** The same checks without startup: liveness and readiness begin at once. */
  public withoutStartup(): HealthChecks {
    return new HealthChecks(this._readiness, this._liveness, undefined);
  }

  /**
   * Seconds that the container can take to start before a check kills it; undefined where none does.
   * @internal
   */
  public get _startupBudget(): number | undefined {
    const deciding = this._startup ?? this._liveness;
    return deciding && startupBudget(deciding.timing);
  }

  /**
   * Earliest second at which a container that does not answer is killed; undefined where none is.
   * @internal
   */
  public get _earliestKill(): number | undefined {
    const deciding = this._startup ?? this._liveness;
    return deciding && earliestKill(deciding.timing);
  }
}

export const HEALTH_CHECKS = instanceOf(HealthChecks, {
  wanted: 'HealthChecks',
  give: 'HealthChecks.http()',
  from: (value) => {
    if (typeof value === 'string') return `HealthChecks.http({ readiness: ${quoted(value)} })`;
    return HEALTH_CHECK.problems(value, '').length === 0 ? 'HealthChecks.of({ readiness: ... })' : undefined;
  },
});

function required(plan: ProbePlan | undefined, name: string): ProbePlan {
  if (plan !== undefined) return plan;
  throw new Error(`there is no ${name} check whose timing could be set: give one to HealthChecks.of`);
}
