/** A part of a text, without the markers around it. */
export interface Chunk {
  readonly start: number;
  readonly end: number;
}

/**
 * Cuts a YAML stream at its `---` and `...` lines, so that a document that does not parse leaves the others readable.
 * Documents without content (blank lines, comments, directives) are left out.
 */
export function splitDocuments(text: string): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let start = 0;
  for (let line = 0; line >= 0 && line < text.length; line = nextLine(text, line)) {
    if (!isMarker(text, line)) continue;
    if (hasContent(text, start, line)) chunks.push({ start, end: line });
    start = line + 3;
  }
  if (hasContent(text, start, text.length)) chunks.push({ start, end: text.length });
  return chunks;
}

/** The next line that may be a marker: only lines that begin with `-` or `.` are looked at. */
function nextLine(text: string, from: number): number {
  for (let at = text.indexOf('\n', from); at >= 0; at = text.indexOf('\n', at + 1)) {
    const first = text.charCodeAt(at + 1);
    if (first === DASH || first === DOT) return at + 1;
  }
  return -1;
}

function isMarker(text: string, at: number): boolean {
  if (!text.startsWith('---', at) && !text.startsWith('...', at)) return false;
  const after = text[at + 3];
  return after === undefined || after === ' ' || after === '\t' || after === '\n' || after === '\r';
}

function hasContent(text: string, start: number, end: number): boolean {
  NOT_EMPTY.lastIndex = start;
  const match = NOT_EMPTY.exec(text);
  return match !== null && match.index + match[0].length <= end;
}

const DASH = 0x2d;
const DOT = 0x2e;
/** From where the search begins: blank space, whole-line comments and directives, then one other character. */
const NOT_EMPTY = /(?:[\s]+|#[^\n]*|(?<=^|\n)%[^\n]*)*[^\s#]/y;
