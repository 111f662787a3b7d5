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

/** A check by opening a TCP connection. */
export interface TcpHealthCheckOptions {
  /**
   * Port to connect to.
   *
   * @default - the container's main port
   */
  readonly port?: number;
}

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

/**
 * How to ask a container whether it is well: one of the four mechanisms of a probe.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#container-probes
 */
export class HealthCheck {
  /** Asks by HTTP GET; a status from 200 to 399 passes. */
  public static http(options: HttpHealthCheckOptions): HealthCheck {
    return new HealthCheck(httpSpec(options.path, options.port, options.scheme ?? Scheme.HTTP, options.headers ?? {}));
  }

  /** Asks by opening a TCP connection. */
  public static tcp(options: TcpHealthCheckOptions = {}): HealthCheck {
    return new HealthCheck(tcpSpec(options.port));
  }

  /** Runs a command in the container; exit code 0 passes. */
  public static exec(command: string[]): HealthCheck {
    return new HealthCheck(execSpec(command));
  }

  /** Asks by the gRPC health checking protocol; the status SERVING passes. */
  public static grpc(options: GrpcHealthCheckOptions = {}): HealthCheck {
    return new HealthCheck(grpcSpec(options.port, options.service));
  }

  /** @internal */
  public readonly _handler: HandlerSpec;

  private constructor(handler: HandlerSpec) {
    this._handler = handler;
  }
}
