import { COMMAND, map, privateText } from '../arguments/collections';
import { required } from '../arguments/kind';
import { oneOf, port, text } from '../arguments/scalars';
import { struct } from '../arguments/struct';
import { HEALTH_CHECK, type HealthCheck, Scheme } from './health-check';

/** Checks over HTTP. */
export interface HttpHealthChecksOptions {
  /**
   * Path of the readiness check.
   * @default '/ready'
   */
  readonly readiness?: string;
  /**
   * Path of the liveness check.
   * @default '/healthz'
   */
  readonly liveness?: string;
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

export const HTTP_HEALTH_CHECKS_OPTIONS = struct<HttpHealthChecksOptions>('HttpHealthChecksOptions', {
  readiness: text(),
  liveness: text(),
  startup: text(),
  port: port(),
  scheme: oneOf('Scheme', Scheme),
  headers: map(privateText()),
});

/** Checks over TCP: a connection that opens passes. */
export interface TcpHealthChecksOptions {
  /**
   * Port to connect to.
   * @default - the container's main port
   */
  readonly port?: number;
}

export const TCP_HEALTH_CHECKS_OPTIONS = struct<TcpHealthChecksOptions>('TcpHealthChecksOptions', { port: port() });

/** Checks by commands in the container. */
export interface ExecHealthChecksOptions {
  /** Command of the readiness check. */
  readonly readiness: string[];
  /**
   * Command of the liveness check.
   * @default - the readiness check's
   */
  readonly liveness?: string[];
  /**
   * Command of the startup check.
   * @default - the liveness check's
   */
  readonly startup?: string[];
}

export const EXEC_HEALTH_CHECKS_OPTIONS = struct<ExecHealthChecksOptions>('ExecHealthChecksOptions', {
  readiness: required(COMMAND, "the command of the readiness check, such as ['/bin/ready']"),
  liveness: COMMAND,
  startup: COMMAND,
});

/** Checks by the gRPC health checking protocol. */
export interface GrpcHealthChecksOptions {
  /**
   * Service name of the readiness check.
   * @default - the server as a whole
   */
  readonly readiness?: string;
  /**
   * Service name of the liveness check.
   * @default - the server as a whole
   */
  readonly liveness?: string;
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

export const GRPC_HEALTH_CHECKS_OPTIONS = struct<GrpcHealthChecksOptions>('GrpcHealthChecksOptions', {
  readiness: text(),
  liveness: text(),
  startup: text(),
  port: port(),
});

/** Checks of different mechanisms. */
export interface MixedHealthChecksOptions {
  /**
   * Whether the container can take traffic.
   * @default - none; a service needs one
   */
  readonly readiness?: HealthCheck;
  /**
   * Whether the container must be restarted.
   * @default - none
   */
  readonly liveness?: HealthCheck;
  /**
   * Whether the container has started.
   * @default - the liveness check
   */
  readonly startup?: HealthCheck;
}

export const MIXED_HEALTH_CHECKS_OPTIONS = struct<MixedHealthChecksOptions>('MixedHealthChecksOptions', {
  readiness: HEALTH_CHECK,
  liveness: HEALTH_CHECK,
  startup: HEALTH_CHECK,
});
