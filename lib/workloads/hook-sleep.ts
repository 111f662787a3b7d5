import { calledBy, scriptOf } from '../kubernetes/text/shell';
import type { Hook } from '../kubernetes/views/container';

/** Commands that return at once, or only send a signal: they add nothing to the length of a hook. */
const QUICK: ReadonlySet<string> = new Set(
  '[ cat cd cp curl date echo export kill killall mkdir mv nginx pkill printf rm set test touch trap true wget'.split(
    ' ',
  ),
);

const UNIT_SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/**
 * How long a hook sleeps, in seconds: a native sleep, or the `sleep` commands of an exec (`sleep 10`, `/bin/sleep 10s`,
 * `sh -c "sleep 5 && nginx -s quit"`). Undefined where that cannot be read: httpGet, scripts, loops, variables.
 */
export function sleepSeconds(hook: Hook | undefined): number | undefined {
  const handler = hook?.handler;
  if (handler?.type === 'sleep') return handler.seconds;
  return handler?.type === 'exec' ? execSleepSeconds(handler.command) : undefined;
}

/** How long a command sleeps, as far as it can be read. */
export function execSleepSeconds(command: readonly string[]): number | undefined {
  const script = scriptOf(command);
  if (script === undefined || script.isCompound) return undefined;
  const steps = script.commands.filter(({ inBackground }) => !inBackground);
  const last = steps.map((step) => calledBy(step)[0]).lastIndexOf('sleep');
  let seconds = last < 0 ? undefined : 0;
  for (const step of steps.slice(0, last + 1)) {
    const [name, ...args] = calledBy(step);
    if (name !== undefined && QUICK.has(name)) continue;
    const length = name === 'sleep' && !step.isFallback ? durationOf(args) : undefined;
    if (length === undefined || seconds === undefined) return undefined;
    seconds += length;
  }
  return seconds;
}

/** Reads the arguments of `sleep`: numbers with an optional unit, which add up. */
function durationOf(args: readonly string[]): number | undefined {
  let seconds = 0;
  for (const arg of args) {
    const match = /^(\d+\.?\d*|\.\d+)([smhd]?)$/.exec(arg);
    if (match === null) return /^inf(inity)?$/.test(arg) ? Number.POSITIVE_INFINITY : undefined;
    seconds += Number(match[1]) * (UNIT_SECONDS[match[2] || 's'] ?? 1);
  }
  return args.length === 0 ? undefined : seconds;
}
