import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import type { App } from 'cdk8s';
import { guardedOf } from './guarded';
import type { SourceLocation } from './source-location';

/** What was written in this run, by file: several Apps of one program share a map. */
const WRITTEN = new Map<string, Map<string, SourceLocation | null>>();

/**
 * Writes which line made which construct, beside the output folder (never into it): `dist/manifests.constructs.json`.
 * A path that two Apps of one run make at different lines is left out, since no line would be true. Output folders
 * outside the working directory are those of tests, and get none.
 */
export function writeConstructMap(app: App): void {
  const outdir = resolve(process.env.CDK8S_OUTDIR ?? app.outdir);
  const inside = relative(process.cwd(), outdir);
  if (inside === '' || inside.startsWith('..') || process.env.NODE_ENV === 'test') return;
  const file = `${outdir}.constructs.json`;
  const constructs = WRITTEN.get(file) ?? new Map<string, SourceLocation | null>();
  WRITTEN.set(file, constructs);
  for (const construct of app.node.findAll()) {
    const location = guardedOf(construct)?.location;
    if (location === undefined) continue;
    const before = constructs.get(construct.node.path);
    const isSame = before === undefined || (before?.file === location.file && before.line === location.line);
    constructs.set(construct.node.path, isSame ? location : null);
  }
  const entries = [...constructs].filter(([, location]) => location !== null).sort(([a], [b]) => (a < b ? -1 : 1));
  // A program in another language may tell no line at all: it gets no empty file, but an old one is emptied.
  if (entries.length === 0 && !existsSync(file)) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ version: 1, constructs: Object.fromEntries(entries) }, null, 2)}\n`);
}
