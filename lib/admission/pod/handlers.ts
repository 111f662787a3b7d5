import type { Report } from '../report';
import type {
  ExecAction,
  GRPCAction,
  HTTPGetAction,
  Lifecycle,
  SleepAction,
  TCPSocketAction,
} from '../structure/generated/types';
import { validatePortNumberOrName } from './ports';
import { validateStopSignal } from './stop-signal';

/** A probe's handler or a hook's: exactly one of these. */
export interface Handlers {
  readonly exec?: ExecAction;
  readonly httpGet?: HTTPGetAction;
  readonly tcpSocket?: TCPSocketAction;
  readonly grpc?: GRPCAction;
  readonly sleep?: SleepAction;
}

/** In the order in which the API server looks: the first is checked, each later one is forbidden. */
const ORDER = ['exec', 'httpGet', 'tcpSocket', 'grpc', 'sleep'] as const;

/** Source: core/validation validateHandler. */
export function validateHandler(
  handler: Handlers,
  gracePeriod: number | undefined,
  path: string,
  report: Report,
): void {
  const [first, ...others] = ORDER.filter((type) => handler[type] !== undefined);
  if (first === undefined) {
    report.required(path, 'one of exec, httpGet, tcpSocket, grpc (probes) or sleep (hooks) must be given');
    return;
  }
  for (const other of others)
    report.forbidden(`${path}.${other}`, `must not be set beside ${first}: one handler is allowed`);
  const at = `${path}.${first}`;
  if (first === 'exec') validateExec(handler.exec ?? {}, at, report);
  else if (first === 'httpGet') validateHttpGet(handler.httpGet ?? {}, at, report);
  else if (first === 'tcpSocket') validatePortNumberOrName(handler.tcpSocket?.port, `${at}.port`, report);
  else if (first === 'grpc') validateGrpc(handler.grpc ?? {}, at, report);
  else validateSleep(handler.sleep ?? {}, gracePeriod, at, report);
}

function validateExec({ command = [] }: ExecAction, path: string, report: Report): void {
  if (command.length === 0) report.required(`${path}.command`);
}

function validateHttpGet(http: HTTPGetAction, path: string, report: Report): void {
  if ((http.path ?? '') === '') report.required(`${path}.path`);
  validatePortNumberOrName(http.port, `${path}.port`, report);
  report.oneOf(`${path}.scheme`, http.scheme, ['HTTP', 'HTTPS']);
  for (const { name = '' } of http.httpHeaders ?? []) {
    if (!/^[-A-Za-z0-9]+$/.test(name))
      report.invalid(`${path}.httpHeaders`, name, 'a header name must be letters, digits and "-"');
  }
  if (http.protocol === undefined) return;
  if (!['HTTP1', 'HTTP2'].includes(http.protocol))
    report.notSupported(`${path}.protocol`, http.protocol, ['HTTP1', 'HTTP2']);
  else if (http.protocol === 'HTTP2' && http.scheme !== 'HTTP')
    report.invalid(`${path}.protocol`, http.protocol, 'needs scheme HTTP');
  else if (http.protocol === 'HTTP2' && (http.host ?? '') !== '')
    report.invalid(`${path}.host`, http.host, 'must be empty with protocol HTTP2');
}

function validateGrpc(grpc: GRPCAction, path: string, report: Report): void {
  validatePortNumberOrName(grpc.port, `${path}.port`, report);
  if (grpc.mode !== undefined) report.oneOf(`${path}.mode`, grpc.mode, ['Plaintext', 'TLS']);
}

function validateSleep(
  { seconds = 0 }: SleepAction,
  gracePeriod: number | undefined,
  path: string,
  report: Report,
): void {
  if (gracePeriod === undefined) return;
  const least = report.has('PodLifecycleSleepActionAllowZero') ? 0 : 1;
  if (seconds < least || seconds > gracePeriod) {
    const range = `must be between ${least}s and terminationGracePeriodSeconds (${gracePeriod}s)`;
    const gracePath = path.replace(/\.\w*ontainers\[.*$/, '.terminationGracePeriodSeconds');
    report.invalid(path, `${seconds}s`, range, [path, gracePath]);
  }
}

/** Source: core/validation validateLifecycle. */
export function validateLifecycle(
  { postStart, preStop, stopSignal }: Lifecycle,
  gracePeriod: number | undefined,
  osName: string | undefined,
  path: string,
  report: Report,
): void {
  if (postStart !== undefined) validateHandler(postStart, gracePeriod, `${path}.postStart`, report);
  if (preStop !== undefined) validateHandler(preStop, gracePeriod, `${path}.preStop`, report);
  if (stopSignal !== undefined) validateStopSignal(stopSignal, osName, `${path}.stopSignal`, report);
}
