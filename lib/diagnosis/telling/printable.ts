const code = (...points: readonly number[]) => points.map((point) => `\\u{${point.toString(16)}}`).join('');
const range = (from: number, to: number) => `${code(from)}-${code(to)}`;

const ESC = code(0x1b);
const STRING_END = `(?:${code(0x07)}|${ESC}\\\\|${code(0x9c)})`;

/** Escape sequences of a terminal: CSI, OSC and its kin up to their end, and the short ones. */
const ESCAPES = new RegExp(
  [
    `(?:${ESC}\\[|${code(0x9b)})[0-?]*[ -/]*[@-~]`,
    `(?:${ESC}[\\]PX^_]|[${code(0x9d, 0x90, 0x98, 0x9e, 0x9f)}])[^${code(0x07, 0x1b, 0x9c)}]*${STRING_END}?`,
    `${ESC}[ -/]*[0-~]?`,
  ].join('|'),
  'gu',
);

/** Control characters, and the invisible ones that reorder or hide text (bidirectional marks, zero width, separators). */
const HIDDEN = new RegExp(
  `[${[
    range(0x00, 0x1f),
    range(0x7f, 0x9f),
    code(0xad, 0x61c),
    range(0x200b, 0x200f),
    range(0x2028, 0x202e),
    range(0x2060, 0x206f),
    code(0xfeff),
    range(0xfff9, 0xfffb),
    range(0xe0000, 0xe007f),
    range(0xd800, 0xdfff),
  ].join('')}]+`,
  'gu',
);

const LONGEST_LINE = 500;

/**
 * Makes text of a cluster fit for a terminal: one line, without escape sequences, control characters and invisible
 * marks, cut after 500 characters.
 */
export function printable(text: string): string {
  const line = text
    .slice(0, 20 * LONGEST_LINE)
    .replace(ESCAPES, '')
    .replace(HIDDEN, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
  return line.length <= LONGEST_LINE ? line : `${line.slice(0, LONGEST_LINE - 1)}…`;
}

/** Prints a name in quotes. */
export function inQuotes(text: string | null | undefined): string {
  return `"${text ?? ''}"`;
}

/** A length of time in its two largest units: `45 min`, `3 h 20 min`, `12 d`. */
export function shownDuration(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (seconds < 120) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 120) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
  return `${Math.floor(hours / 24)} d`;
}
