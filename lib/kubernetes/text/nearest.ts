/** The candidate that is spelled most like a word; undefined where none is within a third of its letters. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const scored = candidates
    .map((candidate) => ({ candidate, distance: editDistance(word, candidate) }))
    .filter(({ candidate, distance }) => distance <= Math.max(word.length, candidate.length) / 3);
  scored.sort((one, other) => one.distance - other.distance);
  return scored[0]?.candidate;
}

/** How many letters to insert, delete, replace or swap with their neighbour (optimal string alignment). */
function editDistance(one: string, other: string): number {
  let before: number[] = [];
  let above = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 0; row < one.length; row++) {
    const line = [row + 1];
    for (let column = 0; column < other.length; column++) {
      const replaced = (above[column] ?? 0) + (one[row] === other[column] ? 0 : 1);
      const isSwap = column > 0 && one[row] === other[column - 1] && one[row - 1] === other[column];
      const swapped = isSwap ? (before[column - 1] ?? 0) + 1 : replaced;
      line.push(Math.min(replaced, swapped, (above[column + 1] ?? 0) + 1, (line[column] ?? 0) + 1));
    }
    before = above;
    above = line;
  }
  return above[other.length] ?? 0;
}
