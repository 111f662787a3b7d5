import { type Container, type Probe, portNumber } from '../kubernetes/views/container';
import type { Handler } from '../kubernetes/views/handler';

/** The probes of a container, in the order in which they matter to a start. */
export function probesOf({ startupProbe, livenessProbe, readinessProbe }: Container): readonly Probe[] {
  return [startupProbe, livenessProbe, readinessProbe].filter((probe) => probe !== undefined);
}

/** Field paths of the numbers of a probe, for findings that compute with them. */
export function timingPaths({ path }: Probe): readonly string[] {
  return ['initialDelaySeconds', 'periodSeconds', 'timeoutSeconds', 'failureThreshold'].map(
    (field) => `${path}.${field}`,
  );
}

/** The longest a probe's failures may go on before it acts, but for the timeout: failureThreshold x periodSeconds. */
export function failureSeconds({ failureThreshold, periodSeconds }: Probe): number {
  return failureThreshold * periodSeconds;
}

/** `3 x 10s = 30s` */
export function showFailures(probe: Probe): string {
  return `${probe.failureThreshold} x ${probe.periodSeconds}s = ${failureSeconds(probe)}s`;
}

/**
 * Tells whether two probes of a container ask the same thing: named ports are resolved, exec commands and gRPC services
 * compared. Of HTTP headers only Host chooses another answer; others (a cookie, a name for the log) do not.
 */
export function asksTheSame(container: Container, one: Handler | undefined, other: Handler | undefined): boolean {
  if (one === undefined || other === undefined || one.type !== other.type) return false;
  return keyOf(container, one) === keyOf(container, other);
}

function keyOf(container: Container, handler: Handler): string {
  switch (handler.type) {
    case 'exec':
      return JSON.stringify(handler.command);
    case 'httpGet': {
      const hostHeader = handler.headers.find(({ name }) => name.toLowerCase() === 'host')?.value;
      const { scheme, host, path } = handler;
      return JSON.stringify([scheme, host, hostHeader, path, resolved(container, handler.port)]);
    }
    case 'tcpSocket':
      return JSON.stringify([handler.host, resolved(container, handler.port)]);
    case 'grpc':
      return JSON.stringify([handler.port, handler.service]);
    case 'sleep':
      return String(handler.seconds);
  }
}

function resolved(container: Container, port: number | string | undefined): number | string | undefined {
  return portNumber(container, port) ?? port;
}

/**
 * Tells whether a port is a name that its container does not declare. A string of digits is not: the kubelet reads it
 * as the number where no port bears that name.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/master/pkg/probe/util.go ResolveContainerPort
 */
export function isUndeclaredName(container: Container, port: number | string | undefined): port is string {
  return typeof port === 'string' && !/^\d+$/.test(port) && portNumber(container, port) === undefined;
}
