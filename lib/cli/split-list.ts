/** Reads an option such as `--rules a,b --rules c` as one list. */
export function splitList(value: string, before: readonly string[] = []): readonly string[] {
  const words = value.split(',').map((word) => word.trim());
  return [...before, ...words.filter((word) => word !== '')];
}
