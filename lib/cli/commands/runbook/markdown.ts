import { printable } from '../../../diagnosis/telling/printable';

// Manifests are the input, and a page is shown by programs: what stands in a cell or a fence cannot leave it.

/** Text inside of a sentence or a cell. */
export function plain(text: string): string {
  return printable(text).replace(/[\\`*_{}[\]<>|#]/g, '\\$&');
}

/** Text as code; a fence longer than any run of backticks in it keeps it there. */
export function code(text: string): string {
  const clean = printable(text).replaceAll('|', '\\|');
  const longest = Math.max(0, ...[...clean.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `${fence}${clean}${fence}` : `${fence} ${clean} ${fence}`;
}

/** A web address as a link, anything else as text. */
export function link(text: string): string {
  const clean = printable(text).trim();
  return /^https?:\/\/[^\s<>|\\]+$/.test(clean) ? `<${clean}>` : plain(clean);
}

/** Lines of a shell. */
export function shell(lines: readonly string[]): string {
  const longest = Math.max(2, ...lines.flatMap((line) => [...line.matchAll(/`+/g)].map(([run]) => run.length)));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}sh`, ...lines, fence].join('\n');
}

/** A table; cells are Markdown already. */
export function table(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
