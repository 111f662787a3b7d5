import { baseName, calledBy, scriptOf } from '../kubernetes/text/shell';
import { type Container, portNumber } from '../kubernetes/views/container';
import type { Handler } from '../kubernetes/views/handler';
import { asksByHttp, returnsAtOnce, sleepOf } from './hook-sleep';
import { lingerSeconds } from './lingering';
import { isQuitUrl, type StopCommand, stopCommandOf } from './stop-command';

/** What a preStop hook does for the requests that still arrive, as far as it can be read. */
export interface HookEffect {
  /** Seconds for which the server goes on accepting: what sleeps before it is stopped. Undefined: unknown. */
  readonly covers: number | undefined;
  /** What stops the server before the hook has ended; undefined where SIGTERM does so after it. */
  readonly stop: StopCommand | undefined;
}

type Request = Extract<Handler, { readonly type: 'httpGet' }>;

const UNKNOWN: HookEffect = { covers: undefined, stop: undefined };

/** Reads what a container's preStop hook does; undefined where it has none that a kubelet runs. */
export function hookEffectOf(container: Container): HookEffect | undefined {
  const handler = container.preStop?.handler;
  switch (handler?.type) {
    case 'sleep':
      return { covers: Math.max(0, handler.seconds ?? 0), stop: undefined };
    case 'exec':
      return baseName(handler.command[0] ?? '') === 'wait-shutdown'
        ? { covers: lingerSeconds(container), stop: { text: handler.command.join(' '), cuts: false } }
        : effectOf(handler.command);
    case 'httpGet':
      return effectOfRequest(container, handler);
    default:
      return undefined;
  }
}

function effectOf(command: readonly string[]): HookEffect {
  const script = scriptOf(command);
  if (script === undefined) return UNKNOWN;
  let covers = 0;
  let isRead = !script.isCompound;
  for (const step of script.commands.slice(0, script.straight)) {
    const called = calledBy(step);
    const stop = stopCommandOf(called);
    if (stop !== undefined) return { covers, stop };
    if (step.inBackground || returnsAtOnce(called)) continue;
    const slept = step.isFallback ? undefined : sleepOf(called);
    covers += slept ?? 0;
    if (slept !== undefined || asksByHttp(called)) continue;
    isRead = false;
    break;
  }
  isRead &&= script.commands.every((step) => !asksByHttp(calledBy(step))) || covers > 0;
  // What cannot be read may stop the server; what was slept before it is covered all the same.
  return isRead || covers > 0 ? { covers, stop: undefined } : UNKNOWN;
}

/**
 * A request ends when it is answered. The app of the container itself answers at once, unless the path says otherwise; on
 * another port a program may answer that waits until all is drained.
 */
function effectOfRequest(container: Container, { path, port, host }: Request): HookEffect {
  const quits = isQuitUrl(path);
  if (host !== undefined || !(isOwnPort(container, port) || path.startsWith('/quitquitquit'))) return UNKNOWN;
  if (quits) return { covers: 0, stop: { text: `GET ${path}`, cuts: false } };
  return /wait|sleep|delay|drain|grace/i.test(path) ? UNKNOWN : { covers: 0, stop: undefined };
}

function isOwnPort(container: Container, port: number | string | undefined): boolean {
  const number = portNumber(container, port);
  return container.ports.some(({ containerPort }) => containerPort !== undefined && containerPort === number);
}
