import { mismatchOf } from './kind';
import { shownType } from './shown';

/** Sentences about what a manifest cannot hold, however deep it stands. */
export function jsonProblems(value: unknown, at: string, above: readonly unknown[] = []): readonly string[] {
  if (above.includes(value)) return [`'${at}' holds itself, and a manifest cannot: leave it out`];
  if (typeof value === 'object' && value !== null) {
    const step = (key: string) => (Array.isArray(value) ? `${at}[${key}]` : `${at}.${key}`);
    return Object.entries(value).flatMap(([key, each]) => jsonProblems(each, step(key), [...above, value]));
  }
  const fits = !['bigint', 'function', 'symbol'].includes(typeof value);
  return fits ? [] : [mismatchOf(at, shownType(value), 'text, a number, true or false, a list or an object')];
}
