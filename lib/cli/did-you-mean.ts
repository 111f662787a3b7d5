import { closest, distance } from 'fastest-levenshtein';

/** The candidate that a misspelt word most likely meant; undefined where none is near. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0) return undefined;
  const best = closest(word, candidates);
  return distance(word, best) <= Math.max(2, Math.floor(word.length / 3)) ? best : undefined;
}

/** Says what was read and what was likely meant: `unknown rule "a"; did you mean "b"?` */
export function unknown(what: string, word: string, candidates: readonly string[]): string {
  const meant = nearest(word, candidates);
  if (meant !== undefined) return `unknown ${what} "${word}"; did you mean "${meant}"?`;
  const list = candidates.length <= 12 ? `; write one of ${candidates.join(', ')}` : '';
  return `unknown ${what} "${word}"${list}`;
}
