import { Lexer } from 'yaml';

/** The comments of a YAML text with their offsets; a `#` inside a value does not start one. */
export function commentsOf(text: string): ReadonlyArray<{ readonly text: string; readonly start: number }> {
  const comments: Array<{ text: string; start: number }> = [];
  let offset = 0;
  for (const token of new Lexer().lex(text)) {
    if (CONTROL.has(token)) continue;
    if (token.startsWith('#')) comments.push({ text: token, start: offset });
    offset += token.length;
  }
  return comments;
}

/** What the lexer adds to tell of the structure; these stand in no text. */
const CONTROL: ReadonlySet<string> = new Set(['\u0002', '\u0018', '\u001f']);
