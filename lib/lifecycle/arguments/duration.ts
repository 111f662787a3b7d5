import type { Duration } from 'cdk8s';
import { secondsProblem } from '../arithmetic/seconds';
import { type ArgumentKind, mismatch } from './kind';

const UNITS: Readonly<Record<string, string>> = { ms: 'millis', s: 'seconds', m: 'minutes', h: 'hours', d: 'days' };

/** A Duration of whole seconds, of whichever copy of cdk8s. */
export function duration(give = 'Duration.seconds(30)'): ArgumentKind<Duration> {
  return {
    type: 'Duration',
    give,
    problems: (value, at) => {
      if (!isDuration(value)) {
        return [mismatch(at, value, 'a Duration, which has its unit', `write ${durationFrom(value) ?? give}`)];
      }
      const problem = secondsProblem(value, at);
      return problem === undefined ? [] : [problem];
    },
  };
}

/** How a Duration is written that someone gave as a number or as text: `Duration.seconds(30)` of 30 or of `30s`. */
export function durationFrom(value: unknown): string | undefined {
  if (typeof value === 'number' && value >= 0) return `Duration.seconds(${value})`;
  const [, amount, unit = 's'] = typeof value === 'string' ? (/^(\d+) ?(ms|[smhd])?$/.exec(value) ?? []) : [];
  return amount === undefined ? undefined : `Duration.${UNITS[unit]}(${amount})`;
}

// Not by class: cdk8s may be installed twice.
function isDuration(value: unknown): value is Duration {
  return typeof (value as { readonly toMilliseconds?: unknown } | null)?.toMilliseconds === 'function';
}
