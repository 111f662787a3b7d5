import { parseFieldPath } from '../kubernetes/text/field-path';
import { isObject, type Json } from '../kubernetes/views/json';
import type { Manifest } from '../kubernetes/views/manifest';

/** What fixes a finding: a field of its object that is set, or a further object beside it. */
export type Change =
  | { readonly kind: 'set'; readonly path: string; readonly value: Json }
  | { readonly kind: 'append'; readonly manifest: Manifest };

/** A sentence that says why a finding is left to a person. */
export interface Refusal {
  readonly because: string;
}

/** Where a violation stands. */
export interface Place {
  readonly path: string;
  /** Name of the container that it is about; null or left out where it is about none. */
  readonly container?: string | null;
}

/** Sets one field; what is missing on the way is made. */
export function changeField(path: string, value: Json): Change {
  return { kind: 'set', path, value };
}

/** A copy of a value with the field at a path set; what is missing on the way is made. */
export function withValueAt(value: unknown, path: string, set: Json): unknown {
  return withValue(value, parseFieldPath(path), set);
}

function withValue(value: unknown, path: ReadonlyArray<string | number>, set: Json): unknown {
  const [head, ...rest] = path;
  if (head === undefined) return set;
  if (typeof head === 'number' && Array.isArray(value)) {
    return value.map((item, index) => (index === head ? withValue(item, rest, set) : item));
  }
  const holder = isObject(value) ? value : {};
  return { ...holder, [head]: withValue(holder[head], rest, set) };
}
