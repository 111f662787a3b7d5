import { isObject, type Json, type JsonObject } from '../kubernetes/json';

const CONTAINERS = ['containers[]', 'initContainers[]', 'ephemeralContainers[]'];

/**
 * Answers with an object less the fields at a path such as `volumes[].emptyDir.mode`, and tells `onDrop` where each one
 * was. A leading `*` stands for all containers of a pod spec; `preStop?sleep` at the end for a preStop that has a sleep;
 * `!` at the end takes the object along that has nothing else.
 * What is not touched is the same object as before.
 */
export function drop<T extends object>(value: T, path: string, at: string, onDrop: (path: string) => void): T {
  if (!path.startsWith('*')) return without(value as unknown as Json, path.split('.'), at, onDrop) as unknown as T;
  return CONTAINERS.reduce((rest, list) => drop(rest, `${list}${path.slice(1)}`, at, onDrop), value);
}

function without(
  value: Json,
  [segment = '', ...rest]: readonly string[],
  at: string,
  onDrop: (path: string) => void,
): Json {
  if (!isObject(value)) return value;
  const isList = segment.endsWith('[]');
  const [field = '', condition] = (isList ? segment.slice(0, -2) : segment.replace('!', '')).split('?');
  const child = value[field];
  if (child === undefined) return value;
  if (condition !== undefined && (!isObject(child) || child[condition] === undefined)) return value;
  const path = at === '' ? field : `${at}.${field}`;
  if (rest.length === 0) {
    onDrop(path);
    const { [field]: _, ...kept } = value;
    return kept;
  }
  if (!isList) {
    const left = without(child, rest, path, onDrop);
    const isBare = left !== child && rest.length === 1 && rest[0]?.endsWith('!') && isObject(left) && isEmpty(left);
    return replaced(value, field, isBare ? undefined : left);
  }
  if (!Array.isArray(child)) return value;
  const items = (child as readonly Json[]).map((item, index) => without(item, rest, `${path}[${index}]`, onDrop));
  return items.every((item, index) => item === child[index]) ? value : replaced(value, field, items);
}

function isEmpty(value: JsonObject): boolean {
  return Object.values(value).every((each) => each === undefined);
}

function replaced(value: JsonObject, field: string, child: Json | undefined): JsonObject {
  return value[field] === child ? value : { ...value, [field]: child };
}
