import { parseFieldPath } from '../text/field-path';

/** A JSON value, as a parsed manifest holds it. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

/** A JSON object; a key that is absent reads as undefined. */
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

// Published manifests hold any type in any place. These read what is there
// and answer with the empty value where the type is another, so that a view
// never throws; what the type should have been is told by lib/admission.

/** Tells whether a value is a JSON object (neither null nor an array). */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads an object; anything else reads as the empty object. */
export function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

/** Reads a list; anything else reads as the empty list. */
export function listOf(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

/** Reads a list of objects with their positions; items of another type are passed over, the positions stay. */
export function objectsOf(value: unknown): ReadonlyArray<{ readonly index: number; readonly item: JsonObject }> {
  return listOf(value).flatMap((item, index) => (isObject(item) ? [{ index, item }] : []));
}

/** Reads a string; anything else reads as undefined. */
export function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Reads a list of strings; items of another type are passed over. */
export function stringsOf(value: unknown): readonly string[] {
  return listOf(value).filter((item): item is string => typeof item === 'string');
}

/** Reads a whole number; anything else reads as undefined. */
export function integerOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined;
}

/** Reads a string-to-string map such as labels; values of another type are passed over. */
export function stringMapOf(value: unknown): Readonly<Record<string, string>> {
  const entries = Object.entries(objectOf(value)).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(entries);
}

/** Reads the value below a chain of keys; a gap in the chain reads as undefined. */
export function valueAt(value: unknown, ...keys: readonly (string | number)[]): Json | undefined {
  let here: unknown = value;
  for (const key of keys) {
    if (typeof key === 'number') here = Array.isArray(here) ? here[key] : undefined;
    else here = isObject(here) && Object.hasOwn(here, key) ? here[key] : undefined;
  }
  return here as Json | undefined;
}

/** Reads the value at a field path; undefined where there is none. The empty path is the whole. */
export function valueAtPath(value: unknown, path: string): Json | undefined {
  return valueAt(value, ...parseFieldPath(path));
}
