/**
 * Counts, for each rule, on how many real manifests it fires, and writes docs/rules/hits.json. It needs the corpus of
 * public manifests beside the project, so it is run by hand: `npm run docs:hits [-- RULE]` (with a rule: prints its hits).
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { CATALOGUE } from '../lib/check/catalogue';
import { check } from '../lib/check/check';
import { isObject } from '../lib/kubernetes/json';
import { describeRef, type Manifest } from '../lib/kubernetes/manifest';
import { flattenList } from '../lib/kubernetes/manifest-set';

const ROOT = resolve(__dirname, '..');
const CORPUS = resolve(ROOT, '../shared/corpus/manifests');

interface Sourced {
  readonly manifest: Manifest;
  readonly file: string;
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ya?ml|json)$/.test(file))
    .sort()
    .map((file) => join(folder, file));
}

function read(file: string): Sourced[] {
  const documents = parseAllDocuments(readFileSync(file, 'utf8'));
  return Array.from(documents, (document) => document.toJSON() as unknown)
    .filter(isObject)
    .flatMap((manifest) => flattenList(manifest))
    .map((manifest) => ({ manifest, file: relative(CORPUS, file) }));
}

/** What every rule saw in the corpus, each folder of a repository taken as one set. */
function count(shown: string | undefined) {
  const hits = new Map(CATALOGUE.map(({ id }) => [id, { lookedAt: 0, fired: 0 }]));
  let objects = 0;
  let notChecked = 0;
  for (const folder of readdirSync(CORPUS, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    const sourced = filesUnder(join(CORPUS, folder.name)).flatMap(read);
    const result = check(
      sourced.map(({ manifest }) => manifest),
      { origins: sourced.map(({ file }) => file) },
    );
    objects += sourced.length;
    notChecked += result.notChecked.length;
    for (const [rule, looked] of result.lookedAt) {
      const entry = hits.get(rule);
      if (entry !== undefined) entry.lookedAt += looked;
    }
    const firedOn = new Set(result.findings.map(({ rule, index }) => `${rule} ${index}`));
    for (const key of firedOn) {
      const entry = hits.get(key.split(' ')[0] ?? '');
      if (entry !== undefined) entry.fired += 1;
    }
    for (const { rule, severity, object, path, message, index } of result.findings) {
      if (rule !== shown) continue;
      console.log(`${sourced[index]?.file}\n  ${severity} ${describeRef(object)} ${path}\n  ${message}`);
    }
  }
  return { objects, notChecked, rules: Object.fromEntries(hits) };
}

const [shown] = process.argv.slice(2);
const counted = count(shown);
if (shown === undefined) {
  writeFileSync(join(ROOT, 'docs/rules/hits.json'), `${JSON.stringify(counted, null, 2)}\n`);
  for (const [rule, { lookedAt, fired }] of Object.entries(counted.rules)) {
    console.log(`${fired}/${lookedAt} ${lookedAt === 0 ? '' : `${Math.round((100 * fired) / lookedAt)}%`} ${rule}`);
  }
  console.log(`${counted.objects} objects, ${counted.notChecked} not checked`);
}
