import { checkArgument, checkOptions } from '../arguments/check';
import { COMMAND, map, privateText } from '../arguments/collections';
import { instanceOf } from '../arguments/instance';
import { required } from '../arguments/kind';
import { oneOf, port, text } from '../arguments/scalars';
import { quoted } from '../arguments/shown';
import { struct } from '../arguments/struct';
import { execSpec, grpcSpec, type HandlerSpec, httpSpec, tcpSpec } from './handler-spec';

/** HTTP or HTTPS; a certificate is not verified by the kubelet. */
export enum Scheme {
  HTTP = 'HTTP',
  HTTPS = 'HTTPS',
}

/** A check by HTTP GET: a status from 200 to 399 passes. */
export interface HttpHealthCheckOptions {
  /** Path to get. */
  readonly path: string;

  /**
   * Port to ask.
   *
   * @default - the container's main port
   */
  readonly port?: number;

  /**
   * HTTP or HTTPS.
   *
   * @default Scheme.HTTP
   */
  readonly scheme?: Scheme;

  /**
   * Request headers. Names hold letters, digits and '-'.
   *
   * @default - none
   */
  readonly headers?: { readonly [name: string]: string };
}

export const HTTP_HEALTH_CHECK_OPTIONS = struct<HttpHealthCheckOptions>('HttpHealthCheckOptions', {
  path: required(text("a path, such as '/ready'")),
  port: port(),
  scheme: oneOf('Scheme', Scheme),
  headers: map(privateText()),
});

/** A check by opening a TCP connection. */
export interface TcpHealthCheckOptions {
  /**
   * Port to connect to.
   *
   * @default - the container's main port
   */
  readonly port?: number;
}

export const TCP_HEALTH_CHECK_OPTIONS = struct<TcpHealthCheckOptions>('TcpHealthCheckOptions', { port: port() });

/** A check by the gRPC health checking protocol, in plain text: the status SERVING passes. */
export interface GrpcHealthCheckOptions {
  /**
   * Port to ask.
   *
   * @default - the container's main port
   */
  readonly port?: number;

  /**
   * Service name to ask for.
   *
   * @default - the empty name: the server as a whole
   */
  readonly service?: string;
}

export const GRPC_HEALTH_CHECK_OPTIONS = struct<GrpcHealthCheckOptions>('GrpcHealthCheckOptions', {
  port: port(),
  service: text(),
});

/**
 * How to ask a container whether it is well: one of the four mechanisms of a probe.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#container-probes
 */
export class HealthCheck {
  /** Asks by HTTP GET; a status from 200 to 399 passes. */
  public static http(options: HttpHealthCheckOptions): HealthCheck {
    const given = checkOptions('HealthCheck.http', HTTP_HEALTH_CHECK_OPTIONS, options);
    return new HealthCheck(httpSpec(given.path, given.port, given.scheme ?? Scheme.HTTP, given.headers ?? {}));
  }

  /** Asks by opening a TCP connection. */
  public static tcp(options: TcpHealthCheckOptions = {}): HealthCheck {
    const { port } = checkOptions('HealthCheck.tcp', TCP_HEALTH_CHECK_OPTIONS, options);
    return new HealthCheck(tcpSpec(port));
  }

  /** Runs a command in the container; exit code 0 passes. */
  public static exec(command: string[]): HealthCheck {
    checkArgument('HealthCheck.exec', 'command', COMMAND, command);
    return new HealthCheck(execSpec(command));
  }

  /** Asks by the gRPC health checking protocol; the status SERVING passes. */
  public static grpc(options: GrpcHealthCheckOptions = {}): HealthCheck {
    const { port, service } = checkOptions('HealthCheck.grpc', GRPC_HEALTH_CHECK_OPTIONS, options);
    return new HealthCheck(grpcSpec(port, service));
  }

  /** @internal */
  public readonly _handler: HandlerSpec;

  private constructor(handler: HandlerSpec) {
    this._handler = handler;
  }
}

export const HEALTH_CHECK = instanceOf(HealthCheck, {
  wanted: 'a HealthCheck',
  give: "HealthCheck.http({ path: '/ready' })",
  from: (value) => (typeof value === 'string' ? `HealthCheck.http({ path: ${quoted(value)} })` : undefined),
});
