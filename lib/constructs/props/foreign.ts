import { isObject } from '../../lifecycle/arguments/collections';
import { type Kind, mismatch, mismatchOf } from '../../lifecycle/arguments/kind';
import { shownType } from '../../lifecycle/arguments/shown';

/** An object of a type of cdk8s-plus-28: what it holds goes into the manifest, and is checked there. */
export function anyObject<T extends object>(): Kind<T> {
  return {
    type: 'object',
    give: 'an object',
    problems: (value, at) => (isObject(value) ? [] : [mismatchOf(at, shownType(value), 'an object')]),
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
      return [
        ...(typeof value.path === 'string'
          ? []
          : [mismatchOf(`${at}.path`, shownType(value.path), 'an absolute path')]),
        ...(isVolume(value.volume) ? [] : [mismatchOf(`${at}.volume`, shownType(value.volume), 'a Volume', VOLUME)]),
      ];
    },
  };
}

const VOLUME = "write Volume.fromEmptyDir(this, 'Cache', 'cache'), or another of its kinds";

function isVolume(value: unknown): boolean {
  return isObject(value) && typeof value.name === 'string' && typeof value._toKube === 'function';
}
