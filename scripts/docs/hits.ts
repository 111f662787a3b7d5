import { readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { CATALOGUE } from '../../lib/check/catalogue';
import { check } from '../../lib/check/check';
import type { Finding } from '../../lib/check/finding';
import { readManifests } from '../../lib/cli/input/read-manifests';

/** Our own vetted manifests; test/corpus/README.md tells of them. */
export const CORPUS = resolve(__dirname, '../../test/corpus/manifests');

/** On how many objects a rule looked, and on how many of them it fired. */
export interface Hit {
  readonly lookedAt: number;
  readonly fired: number;
}

/** What `docs/rules/hits.json` holds. */
export interface Hits {
  readonly objects: number;
  readonly notChecked: number;
  readonly rules: Readonly<Record<string, Hit>>;
}

/** A finding and its file, relative to the folder that was read. */
export interface FoundIn {
  readonly file: string;
  readonly finding: Finding;
}

/** What the rules say of a folder of manifests, each folder in it as one set. */
export async function hitsIn(folder: string): Promise<{ readonly hits: Hits; readonly found: readonly FoundIn[] }> {
  const looked = new Map<string, number>();
  const fired = new Map<string, number>();
  const found: FoundIn[] = [];
  let objects = 0;
  let notChecked = 0;
  const add = (map: Map<string, number>, rule: string, more: number) => map.set(rule, (map.get(rule) ?? 0) + more);

  for (const set of readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    const { documents } = await readManifests([join(folder, set.name)]);
    const result = check(
      documents.map(({ manifest }) => manifest),
      { origins: documents.map(({ file }) => file) },
    );
    objects += documents.length;
    notChecked += result.notChecked.length;
    for (const [rule, count] of result.lookedAt) add(looked, rule, count);
    const all = [...result.findings, ...result.covered];
    for (const key of new Set(all.map(({ rule, index }) => `${rule} ${index}`))) add(fired, key.split(' ')[0] ?? '', 1);
    for (const finding of all) found.push({ file: relative(folder, documents[finding.index]?.file ?? ''), finding });
  }
  const rules = CATALOGUE.map(({ id }) => [id, { lookedAt: looked.get(id) ?? 0, fired: fired.get(id) ?? 0 }] as const);
  return { hits: { objects, notChecked, rules: Object.fromEntries(rules) }, found };
}
