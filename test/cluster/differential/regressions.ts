import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Recorded } from './differential';

/** Where cases lie with what the API server said of them; they are replayed without a server. */
export const REGRESSIONS = resolve(__dirname, '../../admission/regressions');

/** Reads a file of cases: one JSON value a line. */
export function readCases(file: string): readonly Recorded[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as Recorded);
}

/** Adds cases to `<name>-<version>.jsonl`, each of them once. */
export function addCases(name: string, version: string, cases: readonly Recorded[]): string {
  const file = join(REGRESSIONS, `${name}-${version}.jsonl`);
  const written = cases.map(({ kind, base, edits, stage, paths }) =>
    JSON.stringify({ kind, base, edits, stage, paths }),
  );
  const all = new Set([...readCases(file).map((each) => JSON.stringify(each)), ...written]);
  mkdirSync(REGRESSIONS, { recursive: true });
  writeFileSync(file, [...all].map((line) => `${line}\n`).join(''));
  return file;
}
