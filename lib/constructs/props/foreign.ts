import { isObject } from '../../lifecycle/arguments/collections';
import { type Kind, mismatch, mismatchOf } from '../../lifecycle/arguments/kind';
import { shownType } from '../../lifecycle/arguments/shown';

/** An object of a type of cdk8s-plus-28: what it holds goes into the manifest, and is checked there. */
export function anyObject<T extends object>(): Kind<T> {
  return {
    type: 'object',
    give: 'an object',
    problems: (value, at) =>
      isObject(value) ? jsonProblems(value, at) : [mismatchOf(at, shownType(value), 'an object')],
  };
}

/** A value of an enumeration of cdk8s-plus-28, which the API server checks. */
export function anyText<T extends string>(): Kind<T> {
  return {
    type: 'text',
    give: 'text',
    problems: (value, at) => (typeof value === 'string' ? [] : [mismatch(at, value, 'text')]),
  };
}

/** A volume and where it is mounted. */
export function volumeMount<T extends object>(): Kind<T> {
  return {
    type: 'object',
    give: '{ path, volume }',
    problems: (value, at) => {
      if (!isObject(value)) return [mismatchOf(at, shownType(value), 'an object: { path, volume }')];
      const { path, volume, ...options } = value;
      return [
        ...jsonProblems(options, at),
        ...(typeof path === 'string' ? [] : [mismatchOf(`${at}.path`, shownType(path), 'an absolute path')]),
        ...(isVolume(volume) ? [] : [mismatchOf(`${at}.volume`, shownType(volume), 'a Volume', VOLUME)]),
      ];
    },
  };
}

const VOLUME = "write Volume.fromEmptyDir(this, 'Cache', 'cache'), or another of its kinds";

function isVolume(value: unknown): boolean {
  return isObject(value) && typeof value.name === 'string' && typeof value._toKube === 'function';
}

/** Sentences about what a manifest cannot hold. */
function jsonProblems(value: unknown, at: string, above: readonly unknown[] = []): readonly string[] {
  if (above.includes(value)) return [`'${at}' holds itself, and a manifest cannot: leave it out`];
  if (typeof value === 'object' && value !== null) {
    const step = (key: string) => (Array.isArray(value) ? `${at}[${key}]` : `${at}.${key}`);
    return Object.entries(value).flatMap(([key, each]) => jsonProblems(each, step(key), [...above, value]));
  }
  const fits = !['bigint', 'function', 'symbol'].includes(typeof value);
  return fits ? [] : [mismatchOf(at, shownType(value), 'text, a number, true or false, a list or an object')];
}
