import { isScalar, type Pair, type Scalar, type YAMLMap } from 'yaml';
import type { Json } from '../../kubernetes/views/json';
import { CannotEdit } from './cannot-edit';

/** The pair of a key: the last one, where it stands twice. */
export function pairOf(map: YAMLMap, key: string): Pair | undefined {
  const isMeant = ({ key: written }: Pair) =>
    isScalar(written) &&
    (written.source === key || (typeof written.value !== 'symbol' && String(written.value) === key));
  return map.items.filter(isMeant).at(-1);
}

/** Tells whether a key has no value, or null. */
export function isEmpty(value: unknown): boolean {
  return value === null || (isScalar(value) && value.value === null);
}

/**
 * A value below keys that are not there yet.
 *
 * @throws CannotEdit if one of them is a position in a list
 */
export function nestedNode(path: ReadonlyArray<string | number>, value: Json): Json {
  return path.reduceRight<Json>((below, segment) => {
    if (typeof segment === 'number') throw new CannotEdit('the list is not there');
    return { [segment]: below };
  }, value);
}

/**
 * Where a node stands, without what follows it.
 *
 * @throws CannotEdit if that is not known
 */
export function rangeOf(node: unknown): { readonly start: number; readonly end: number } {
  const range = (node as { range?: [number, number, number] | null } | null | undefined)?.range;
  if (range == null) throw new CannotEdit('its place is not known');
  return { start: range[0], end: range[1] };
}

/** Tells whether a text is written below its key, after `|` or `>`. */
export function isBlock(node: Scalar): boolean {
  return node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
}

/** A text in the quotes that another one has. */
export function quotedAs(node: Scalar, value: string): string {
  return node.type === 'QUOTE_SINGLE' ? `'${value.replaceAll("'", "''")}'` : JSON.stringify(value);
}
