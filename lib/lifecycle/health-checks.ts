import type { Duration } from 'cdk8s';
import { DEFAULTS } from './defaults';
import { HealthCheck, type Scheme } from './health-check';
import {
  type LivenessOptions,
  livenessTiming,
  type ProbePlan,
  type ReadinessOptions,
  readinessTiming,
  type StartupOptions,
  startupTiming,
} from './probe-options';
import { earliestKill, startupBudget } from './timing';

/** Checks over HTTP. */
export interface HttpHealthChecksOptions {
  /**
   * Path of the readiness check.
   * @default '/ready'
   */
  readonly ready?: string;
  /**
   * Path of the liveness check.
   * @default '/healthz'
   */
  readonly live?: string;
  /**
   * Path of the startup check.
   * @default - the liveness check's
   */
  readonly startup?: string;
  /**
   * Port to ask.
   * @default - the container's main port
   */
  readonly port?: number;
  /**
   * HTTP or HTTPS.
   * @default Scheme.HTTP
   */
  readonly scheme?: Scheme;
  /**
   * Request headers.
   * @default - none
   */
  readonly headers?: { readonly [name: string]: string };
}

/** Checks over TCP: a connection that opens passes. */
export interface TcpHealthChecksOptions {
  /**
   * Port to connect to.
   * @default - the container's main port
   */
  readonly port?: number;
}

/** Checks by commands in the container. */
export interface ExecHealthChecksOptions {
  /** Command of the readiness check. */
  readonly ready: string[];
  /**
   * Command of the liveness check.
   * @default - the readiness check's
   */
  readonly live?: string[];
  /**
   * Command of the startup check.
   * @default - the liveness check's
   */
  readonly startup?: string[];
}

/** Checks by the gRPC health checking protocol. */
export interface GrpcHealthChecksOptions {
  /**
   * Service name of the readiness check.
   * @default - the server as a whole
   */
  readonly ready?: string;
  /**
   * Service name of the liveness check.
   * @default - the server as a whole
   */
  readonly live?: string;
  /**
   * Service name of the startup check.
   * @default - the liveness check's
   */
  readonly startup?: string;
  /**
   * Port to ask.
   * @default - the container's main port
   */
  readonly port?: number;
}

/** Checks of different mechanisms. */
export interface MixedHealthChecksOptions {
  /**
   * Whether the container can take traffic.
   * @default - none; a service needs one
   */
  readonly ready?: HealthCheck;
  /**
   * Whether the container must be restarted.
   * @default - none
   */
  readonly live?: HealthCheck;
  /**
   * Whether the container has started.
   * @default - the liveness check
   */
  readonly startup?: HealthCheck;
}

/**
 * How a container is asked whether it takes traffic (readiness), must be restarted (liveness) and has started (startup).
 *
 * @see https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/
 */
export class HealthChecks {
  /** Asks over HTTP: GET /ready and GET /healthz unless told otherwise. */
  public static http(options: HttpHealthChecksOptions = {}): HealthChecks {
    const { port, scheme, headers } = options;
    const check = (path: string) => HealthCheck.http({ path, port, scheme, headers });
    return HealthChecks.of({
      ready: check(options.ready ?? DEFAULTS.readiness.value.path),
      live: check(options.live ?? DEFAULTS.liveness.value.path),
      startup: options.startup === undefined ? undefined : check(options.startup),
    });
  }

  /** Asks over TCP: a connection that opens passes. */
  public static tcp(options: TcpHealthChecksOptions = {}): HealthChecks {
    return HealthChecks.of({ ready: HealthCheck.tcp(options), live: HealthCheck.tcp(options) });
  }

  /** Runs commands in the container: exit code 0 passes. */
  public static exec(options: ExecHealthChecksOptions): HealthChecks {
    return HealthChecks.of({
      ready: HealthCheck.exec(options.ready),
      live: HealthCheck.exec(options.live ?? options.ready),
      startup: options.startup === undefined ? undefined : HealthCheck.exec(options.startup),
    });
  }

  /** Asks by the gRPC health checking protocol. */
  public static grpc(options: GrpcHealthChecksOptions = {}): HealthChecks {
    const check = (service: string | undefined) => HealthCheck.grpc({ port: options.port, service });
    return HealthChecks.of({
      ready: check(options.ready),
      live: check(options.live),
      startup: options.startup === undefined ? undefined : check(options.startup),
    });
  }

  /** Asks by different mechanisms, or by some of the checks only. */
  public static of(options: MixedHealthChecksOptions): HealthChecks {
    const startup = options.startup ?? options.live;
    return new HealthChecks(
      options.ready && { check: options.ready, ...readinessTiming({}) },
      options.live && { check: options.live, ...livenessTiming({}) },
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
    const readiness = this._readiness && { ...this._readiness, ...readinessTiming(options) };
    return new HealthChecks(required(readiness, 'readiness'), this._liveness, this._startup);
  }

  /** The same checks with another timing of liveness. */
  public withLiveness(options: LivenessOptions): HealthChecks {
    const liveness = this._liveness && { ...this._liveness, ...livenessTiming(options) };
    return new HealthChecks(this._readiness, required(liveness, 'liveness'), this._startup);
  }

  /** The same checks with another timing of startup. */
  public withStartup(options: StartupOptions): HealthChecks {
    const startup = this._startup && { ...this._startup, ...startupTiming(options) };
    return new HealthChecks(this._readiness, this._liveness, required(startup, 'startup'));
  }

  /** The same checks, with time to start: no kill before it has passed. */
  public startsWithin(time: Duration): HealthChecks {
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

function required(plan: ProbePlan | undefined, name: string): ProbePlan {
  if (plan !== undefined) return plan;
  throw new Error(`there is no ${name} check whose timing could be set: give one to HealthChecks.of`);
}
