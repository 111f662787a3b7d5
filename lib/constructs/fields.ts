/** Fields of a manifest; one that is undefined falls out. */
export type Fields = Readonly<Record<string, unknown>>;

/** A list that stands in a manifest only where it holds something. */
export function unlessEmpty<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}
