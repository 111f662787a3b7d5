import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { objectOf } from '../../kubernetes/views/json';
import type { Registry } from './registered';
import type { SourceLocation } from './source-location';

/** Lines by construct path; null where two Apps made a path at different lines, since no line would be true. */
type Lines = Readonly<Record<string, SourceLocation | null>>;

/**
 * Writes which line made which construct into the file that CDK8S_LIFECYCLE_CONSTRUCTS names, and nothing where it names
 * none. Apps of one program share the file: what this program has written before stays, what an earlier one has written goes.
 */
export function writeConstructMap(registry: Registry): void {
  const file = process.env.CDK8S_LIFECYCLE_CONSTRUCTS;
  if (file === undefined || file === '') return;
  const lines: Record<string, SourceLocation | null> = { ...writtenByThisProgram(file) };
  for (const [{ node }, { location }] of registry) {
    if (location === undefined) continue;
    const before = lines[node.path];
    const isSame = before === undefined || (before?.file === location.file && before.line === location.line);
    lines[node.path] = isSame ? location : null;
  }
  const constructs = Object.fromEntries(Object.entries(lines).sort(([a], [b]) => (a < b ? -1 : 1)));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ version: 1, constructs }, null, 2)}\n`);
}

function writtenByThisProgram(file: string): Lines {
  const written = statSync(file, { throwIfNoEntry: false });
  if (written === undefined || written.mtimeMs < performance.timeOrigin) return {};
  try {
    return objectOf(objectOf(JSON.parse(readFileSync(file, 'utf8'))).constructs) as Lines;
  } catch {
    return {};
  }
}
