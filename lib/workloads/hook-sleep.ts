import { calledBy, scriptOf } from '../kubernetes/text/shell';
import type { LifecycleHook } from '../kubernetes/views/container';

/** Commands that return at once, or only send a signal. */
const AT_ONCE: ReadonlySet<string> = new Set(
  '[ cat cd cp date echo export kill killall mkdir mv nginx pkill printf rm set test touch trap true'.split(' '),
);

const INTERPRETER = /^(python[\d.]*|perl|ruby|php)$/;
const SLEEPS = /\bsleep[ (]+(\d+(?:\.\d+)?)\b/;

const UNIT_SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/**
 * For how long a hook holds SIGTERM back, in seconds: a native sleep, or the `sleep` commands of an exec (`sleep 10`,
 * `/bin/sleep 10s`, `sh -c "sleep 5 && nginx -s quit"`); 0 where nothing in it takes time. Undefined where that cannot be
 * read: httpGet, scripts, loops, variables.
 */
export function sleepSeconds(hook: LifecycleHook | undefined): number | undefined {
  const handler = hook?.handler;
  if (handler?.type === 'sleep') return handler.seconds;
  return handler?.type === 'exec' ? execSleepSeconds(handler.command) : undefined;
}

/** How long a command sleeps, as far as it can be read. */
export function execSleepSeconds(command: readonly string[]): number | undefined {
  const script = scriptOf(command);
  if (script === undefined || script.isCompound) return undefined;
  const steps = script.commands.filter(({ inBackground }) => !inBackground);
  const last = steps.map((step) => isSleep(calledBy(step))).lastIndexOf(true);
  if (last < 0) return steps.every((step) => returnsAtOnce(calledBy(step))) ? 0 : undefined;
  let seconds = 0;
  for (const step of steps.slice(0, last + 1)) {
    const called = calledBy(step);
    if (returnsAtOnce(called) || asksByHttp(called)) continue;
    const length = step.isFallback ? undefined : sleepOf(called);
    if (length === undefined) return undefined;
    seconds += length;
  }
  return seconds;
}

/** Tells whether a simple command takes no time. */
export function returnsAtOnce([name = '']: readonly string[]): boolean {
  return AT_ONCE.has(name);
}

/** Tells whether a simple command waits for an answer: beside a sleep it adds nothing that is worth counting. */
export function asksByHttp([name = '']: readonly string[]): boolean {
  return name === 'curl' || name === 'wget';
}

/** How long a simple command sleeps; undefined where it is no sleep, or its length cannot be read. */
export function sleepOf([name = '', ...args]: readonly string[]): number | undefined {
  if (name === 'sleep') return durationOf(args);
  const slept = INTERPRETER.test(name) ? SLEEPS.exec(args.join(' '))?.[1] : undefined;
  return slept === undefined ? undefined : Number(slept);
}

function isSleep(called: readonly string[]): boolean {
  return called[0] === 'sleep' || sleepOf(called) !== undefined;
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
