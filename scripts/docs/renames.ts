import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const CHANGELOG = resolve(__dirname, '../../CHANGELOG.md');

/** A table of what breaks, by version, from the lines of the changelog that begin with **Breaking**. */
export function renames(): string {
  const rows: string[] = [];
  let version = '';
  for (const entry of readFileSync(CHANGELOG, 'utf8').split(/\n(?=- |## |### )/)) {
    version = /^## (\S+)/.exec(entry)?.[1] ?? version;
    const breaking = /^- \*\*Breaking:?\*\*:? ([\s\S]+?)(?:\n\n|$)/.exec(entry)?.[1];
    if (breaking !== undefined)
      rows.push(`| ${version} | ${breaking.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim()} |`);
  }
  return ['| version | what changed |', '| --- | --- |', ...rows].join('\n');
}
