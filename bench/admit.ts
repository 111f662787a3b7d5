/** Times admission: `npm run bench:admit`. Exits with 1 where a limit is passed. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { admit } from '../lib/admission';
import type { JsonObject } from '../lib/kubernetes/json';
import { KubernetesVersion } from '../lib/kubernetes/kubernetes-version';
import { BASES } from '../test/cluster/differential/bases';

const OBJECTS = 10_000;
const MOST_MS = 2000;
const MOST_LOAD_MS = 30;

/** Ten thousand valid objects of every kind in turn, none of them the same value. */
function objects(): readonly JsonObject[] {
  const bases = Object.values(BASES).flat();
  return Array.from({ length: OBJECTS }, (_, index) => {
    const base = bases[index % bases.length] as JsonObject;
    return JSON.parse(JSON.stringify({ ...base, metadata: { name: `web-${index}` } })) as JsonObject;
  });
}

/** How long one run of node takes with a piece of code: the fastest of ten. */
function runOf(code: string): number {
  const times = Array.from({ length: 10 }, () => {
    const start = performance.now();
    spawnSync(process.execPath, ['--eval', code]);
    return performance.now() - start;
  });
  return Math.min(...times);
}

function main(): void {
  const version = KubernetesVersion.V1_28;
  const all = objects();
  admit(all[0] as JsonObject, version);
  const start = performance.now();
  const refused = all.filter((object) => admit(object, version).length > 0).length;
  const took = performance.now() - start;
  console.log(`admit: ${OBJECTS} objects in ${took.toFixed(0)} ms (at most ${MOST_MS}); ${refused} refused`);

  // The oldest version has the longest way to its table.
  const built = resolve(__dirname, '../dist/lib');
  const empty = runOf('');
  const loaded = runOf(
    `const v = require('${built}/kubernetes/kubernetes-version').KubernetesVersion.V1_28;` +
      `require('${built}/admission').admit({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec: {} }, v)`,
  );
  const cost = loaded - empty;
  const ratio = (loaded / empty).toFixed(2);
  console.log(
    `load and first object: ${cost.toFixed(0)} ms beside an empty node (at most ${MOST_LOAD_MS}); ${ratio} of it`,
  );
  if (took > MOST_MS || cost > MOST_LOAD_MS) process.exitCode = 1;
}

main();
