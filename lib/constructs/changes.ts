import { isDeepStrictEqual } from 'node:util';
import { isObject } from '../kubernetes/views/json';
import type { Fields } from './fields';

/** Lists whose items have a name, by which a changed one is found again. */
const PARTS = ['containers', 'initContainers'];

/**
 * What a cdk8s-plus object says now that it did not say when it was made: what its user has added or changed since.
 * Null stands for what is gone.
 *
 * @throws if a container is gone
 */
export function changesOf(before: Fields, now: Fields): Fields {
  const changes: Record<string, unknown> = {};
  for (const key of Object.keys({ ...before, ...now })) {
    const [was, is] = [before[key], now[key]];
    if (isDeepStrictEqual(was, is)) continue;
    if (isObject(was) && isObject(is)) changes[key] = changesOf(was, is);
    else if (Array.isArray(was) && Array.isArray(is)) changes[key] = itemsChanged(key, was, is);
    else changes[key] = is ?? null;
  }
  return changes;
}

/** Fields, with such changes made. */
export function withChanges(fields: Fields, changes: Fields): Fields {
  const changed: Record<string, unknown> = { ...fields };
  for (const [key, value] of Object.entries(changes)) {
    const present = changed[key];
    if (value === null) delete changed[key];
    else if (isObject(present) && isObject(value)) changed[key] = withChanges(present, value);
    else if (Array.isArray(present) && Array.isArray(value)) changed[key] = withItems(key, present, value);
    else changed[key] = value;
  }
  return changed;
}

function itemsChanged(list: string, before: readonly Fields[], now: readonly Fields[]): readonly Fields[] {
  if (!PARTS.includes(list)) return now.filter((item) => !before.some((other) => isDeepStrictEqual(item, other)));
  const gone = before.find(({ name }) => !now.some((item) => item.name === name));
  if (gone !== undefined)
    throw new Error(`container '${gone.name}' is gone from ${list}: its checks and hooks have nowhere to go`);
  return now.map((item) => {
    const was = before.find(({ name }) => name === item.name);
    return was === undefined ? item : { name: item.name, ...changesOf(was, item) };
  });
}

function withItems(list: string, items: readonly Fields[], changes: readonly Fields[]): readonly Fields[] {
  const all = [...items];
  for (const change of changes) {
    const isNamed = PARTS.includes(list) || list === 'env';
    const index = all.findIndex((item) => (isNamed ? item.name === change.name : isDeepStrictEqual(item, change)));
    if (index < 0) all.push(change);
    else all[index] = PARTS.includes(list) ? withChanges(all[index] as Fields, change) : change;
  }
  return all;
}
