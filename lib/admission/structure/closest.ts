/** The name that is nearest to a misspelt one: another case of it, or at most two letters away. */
export function closest(name: string, names: readonly string[]): string | undefined {
  const sameLetters = names.find((each) => each.toLowerCase() === name.toLowerCase());
  if (sameLetters !== undefined) return sameLetters;
  const near = names
    .map((each) => ({ each, distance: distance(name, each) }))
    .filter(({ distance, each }) => distance <= 2 && distance < each.length / 2)
    .sort((a, b) => a.distance - b.distance);
  return near[0]?.each;
}

/** How many letters have to be put in, taken out or replaced (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
