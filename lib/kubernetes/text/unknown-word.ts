import { nearest } from './nearest';

/** Says what was read and what was likely meant: `unknown rule "a"; did you mean "b"?` A short list is told in full. */
export function unknownWord(what: string, word: string, candidates: readonly string[]): string {
  const meant = nearest(word, candidates);
  if (meant !== undefined) return `unknown ${what} "${word}"; did you mean "${meant}"?`;
  const isShort = candidates.length > 0 && candidates.length <= 12;
  return `unknown ${what} "${word}"${isShort ? `; write one of ${candidates.join(', ')}` : ''}`;
}
