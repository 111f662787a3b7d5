import { isObject } from '../../kubernetes/views/json';

/** More values than this, and a document of aliases is taken for one that is meant to exhaust its reader. */
const MOST_VALUES = 1_000_000;

/**
 * What is wrong with the aliases of a document: an anchor that contains itself, or aliases of aliases that unfold to
 * more values than any manifest has; undefined where nothing is. Each shared value is counted once and looked up then.
 */
export function aliasProblem(value: unknown): string | undefined {
  const size = unfoldedSize(value, new Map());
  if (size === Number.POSITIVE_INFINITY) return 'is not YAML that kubectl reads: an anchor contains itself';
  if (size <= MOST_VALUES) return undefined;
  return `is not YAML that kubectl reads: its aliases unfold to ${size} values, and ${MOST_VALUES} are the most`;
}

function unfoldedSize(value: unknown, sizes: Map<unknown, number>): number {
  if (!Array.isArray(value) && !isObject(value)) return 1;
  const known = sizes.get(value);
  if (known !== undefined) return known;
  // Met again before it is counted, it contains itself.
  sizes.set(value, Number.POSITIVE_INFINITY);
  let size = 1;
  for (const child of Object.values(value)) size += unfoldedSize(child, sizes);
  sizes.set(value, size);
  return size;
}
