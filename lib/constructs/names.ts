import { createHash } from 'node:crypto';
import { isObject } from '../kubernetes/views/json';

const DNS_LABEL = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;

/**
 * Checks an id that names objects: a Service, and whatever else bears it, needs a letter first.
 *
 * @throws if it is not 1 to `longest` lower-case letters, digits and '-'
 */
export function checkName(name: string, longest = 63): string {
  if (!DNS_LABEL.test(name)) {
    throw new Error(
      `'${name}' cannot name a Kubernetes object: use lower-case letters, digits and '-', beginning with a letter and not ending in '-'`,
    );
  }
  if (name.length > longest) {
    throw new Error(`'${name}' has ${name.length} characters, and ${longest} are allowed: choose a shorter one`);
  }
  return name;
}

/** A short hash of any JSON, the same on every machine: 8 hexadecimal digits. */
export function shortHash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 8);
}

/** The same JSON for the same content, whatever order its keys were set in. */
export function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (!isObject(value)) return value;
  const keys = Object.keys(value).filter((key) => value[key] !== undefined);
  return Object.fromEntries(keys.sort().map((key) => [key, canonical(value[key])]));
}

/** Shortens a text to what a label value may hold, keeping it distinct. */
export function toLabelValue(text: string): string {
  return text.length <= 63 ? text : `${text.slice(0, 54)}-${shortHash(text)}`;
}
