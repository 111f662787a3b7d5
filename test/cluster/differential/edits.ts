import fc from 'fast-check';
import { dnsLabel } from '../../../lib/admission/names';
import type { FieldType, Schema } from '../../../lib/admission/structure/schema';
import { isObject, type Json, type JsonObject } from '../../../lib/kubernetes/views/json';
import { valueArbitrary, WRONG_TYPES } from './values';

type Key = string | number;

/** A place in an object where a value of some type stands or may stand. */
export interface Position {
  readonly keys: readonly Key[];
  /** The name of the field, for items of a list that of the list. */
  readonly field: string;
  readonly type: FieldType;
}

/** One change of an object; `undefined` takes the value away. */
export interface Edit {
  readonly keys: readonly Key[];
  readonly value: Json | undefined;
}

/** What is never edited: without these the server looks for another resource, or another object. */
const FIXED = new Set(['apiVersion', 'kind', 'status']);

/** Every place in an object where a field is, or could be. */
export function positionsIn(object: JsonObject, type: string, schema: Schema, keys: readonly Key[] = []): Position[] {
  const positions: Position[] = [];
  for (const [field, fieldType] of schema.fieldsOf(type)) {
    if (keys.length === 0 && FIXED.has(field)) continue;
    positions.push(...positionsAt(object[field], fieldType, field, schema, [...keys, field]));
  }
  return positions;
}

function positionsAt(
  value: Json | undefined,
  type: FieldType,
  field: string,
  schema: Schema,
  keys: readonly Key[],
): Position[] {
  const own: Position = { keys, field, type };
  const { item } = type;
  if (Array.isArray(value) && item !== undefined)
    return [
      own,
      ...(value as readonly Json[]).flatMap((each, index) => positionsAt(each, item, field, schema, [...keys, index])),
    ];
  if (!isObject(value)) return [own];
  if (type.code === '{' && item !== undefined)
    return [own, ...Object.keys(value).flatMap((key) => positionsAt(value[key], item, key, schema, [...keys, key]))];
  return type.code.length > 1 ? [own, ...positionsIn(value, type.code, schema, keys)] : [own];
}

/** Every leaf of a type, in the first item of each list and the key `app` of each map. */
export function leavesOf(type: string, schema: Schema, keys: readonly Key[] = []): Position[] {
  return [...schema.fieldsOf(type)].flatMap(([field, fieldType]) =>
    keys.length === 0 && FIXED.has(field) ? [] : leavesAt(fieldType, field, schema, [...keys, field]),
  );
}

function leavesAt(type: FieldType, field: string, schema: Schema, keys: readonly Key[]): Position[] {
  if (type.item !== undefined) return leavesAt(type.item, field, schema, [...keys, type.code === '[' ? 0 : 'app']);
  return type.code.length > 1 ? leavesOf(type.code, schema, keys) : [{ keys, field, type }];
}

/** The schema's name of a place: `spec.containers[].image`, `metadata.labels{}`. */
export function leafName(keys: readonly Key[], type: string, schema: Schema): string {
  let name = '';
  let here: FieldType | undefined;
  let fields = schema.fieldsOf(type);
  for (const key of keys) {
    if (here?.item !== undefined) {
      name += here.code === '[' ? '[]' : '{}';
      here = here.item;
    } else {
      here = fields.get(String(key));
      name += name === '' ? String(key) : `.${key}`;
    }
    if (here !== undefined && here.code.length > 1) fields = schema.fieldsOf(here.code);
  }
  return name;
}

/** A change at a place: mostly to another value of the type; sometimes away, doubled, misspelt or of a wrong type. */
export function editAt(position: Position, schema: Schema): fc.Arbitrary<Edit> {
  const { keys } = position;
  return fc.oneof(
    { weight: 16, arbitrary: fitAt(position, schema) },
    { weight: 3, arbitrary: fc.constant<Edit>({ keys, value: undefined }) },
    { weight: 1, arbitrary: fc.constantFrom(...WRONG_TYPES).map((value): Edit => ({ keys, value })) },
    { weight: 1, arbitrary: misspelt(position) },
  );
}

/** Another value of the type at a place. */
export function fitAt({ keys, field, type }: Position, schema: Schema): fc.Arbitrary<Edit> {
  return valueArbitrary(schema, type, field, 2).map((value): Edit => ({ keys, value }));
}

function misspelt({ keys }: Position): fc.Arbitrary<Edit> {
  const last = keys.at(-1);
  if (typeof last !== 'string') return fc.constant({ keys, value: null });
  const names = ['bogus', last.toUpperCase(), `${last}s`, last.charAt(0).toUpperCase() + last.slice(1)];
  return fc.constantFrom(...names).map((name): Edit => ({ keys: [...keys.slice(0, -1), name], value: 'x' }));
}

/**
 * Applies edits in turn; what is missing on the way to a place is made. The one namespace that exists is `default`: where
 * the namespace is a name at all, it becomes that one.
 */
export function apply(object: JsonObject, edits: readonly Edit[]): JsonObject {
  const edited = edits.reduce<Json>(
    (value, { keys, value: to }) => changed(value, keys, to) ?? {},
    object,
  ) as JsonObject;
  const { metadata } = edited;
  const inAnother =
    isObject(metadata) && typeof metadata.namespace === 'string' && dnsLabel(metadata.namespace) === undefined;
  return inAnother ? { ...edited, metadata: { ...metadata, namespace: 'default' } } : edited;
}

function changed(value: Json | undefined, [key, ...rest]: readonly Key[], to: Json | undefined): Json | undefined {
  if (key === undefined) return to;
  if (typeof key === 'number') {
    const items = Array.isArray(value) ? [...(value as readonly Json[])] : [];
    const item = changed(items[key], rest, to);
    if (item === undefined) items.splice(key, 1);
    else items[Math.min(key, items.length)] = item;
    return items;
  }
  const fields: Record<string, Json | undefined> = isObject(value) ? { ...value } : {};
  const child = changed(fields[key], rest, to);
  if (child === undefined) delete fields[key];
  else fields[key] = child;
  return fields as JsonObject;
}
