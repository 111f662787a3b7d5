/** Fields of a manifest; one that is undefined falls out. */
export type Fields = Readonly<Record<string, unknown>>;

/** A list that stands in a manifest only where it holds something. */
export function unlessEmpty<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}

/** A copy that may be changed; structuredClone would take several times as long. */
export function copyOf<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copyOf) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copyOf(item)])) as T;
}
