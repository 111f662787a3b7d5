/**
 * Counts, for each rule, on how many real manifests it fires, and writes docs/rules/hits.json. It needs the corpus of
 * public manifests beside the project, so it is run by hand: `npm run docs:hits [-- RULE]` (with a rule: prints its hits).
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { CATALOGUE } from '../lib/check/catalogue';
import { check } from '../lib/check/check';
import { readManifests } from '../lib/cli/input/read-manifests';
import { describeRef } from '../lib/kubernetes/views/manifest';

const ROOT = resolve(__dirname, '..');
const CORPUS = resolve(ROOT, '../shared/corpus/manifests');

/** What every rule saw in the corpus, each folder of a repository taken as one set. */
async function count(shown: string | undefined) {
  const hits = new Map(CATALOGUE.map(({ id }) => [id, { lookedAt: 0, fired: 0 }]));
  let objects = 0;
  let notChecked = 0;
  for (const folder of readdirSync(CORPUS, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    const { documents } = await readManifests([join(CORPUS, folder.name)]);
    const result = check(
      documents.map(({ manifest }) => manifest),
      { origins: documents.map(({ file }) => file) },
    );
    objects += documents.length;
    notChecked += result.notChecked.length;
    for (const [rule, looked] of result.lookedAt) {
      const entry = hits.get(rule);
      if (entry !== undefined) entry.lookedAt += looked;
    }
    const found = [...result.findings, ...result.covered];
    const firedOn = new Set(found.map(({ rule, index }) => `${rule} ${index}`));
    for (const key of firedOn) {
      const entry = hits.get(key.split(' ')[0] ?? '');
      if (entry !== undefined) entry.fired += 1;
    }
    for (const { rule, severity, object, path, message, index } of found) {
      if (rule !== shown) continue;
      const file = relative(CORPUS, documents[index]?.file ?? '');
      console.log(`${file}\n  ${severity} ${describeRef(object)} ${path}\n  ${message}`);
    }
  }
  return { objects, notChecked, rules: Object.fromEntries(hits) };
}

async function main(shown: string | undefined): Promise<void> {
  const counted = await count(shown);
  if (shown !== undefined) return;
  writeFileSync(join(ROOT, 'docs/rules/hits.json'), `${JSON.stringify(counted, null, 2)}\n`);
  for (const [rule, { lookedAt, fired }] of Object.entries(counted.rules)) {
    const share = lookedAt === 0 ? '' : `${Math.round((100 * fired) / lookedAt)}%`;
    console.log(`${fired}/${lookedAt} ${share} ${rule}`);
  }
  console.log(`${counted.objects} objects, ${counted.notChecked} not checked`);
}

void main(process.argv[2]);
