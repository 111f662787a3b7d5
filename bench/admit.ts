/** Times admission: `npm run bench:admit`. Exits with 1 where a limit is passed. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { admit } from '../lib/admission';
import { KubernetesVersion } from '../lib/kubernetes/versions/kubernetes-version';
import type { JsonObject } from '../lib/kubernetes/views/json';
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

/** How long a piece of code takes in a new node: the fastest of ten. */
function runOf(code: string): number {
  const built = resolve(__dirname, '../dist/lib');
  const timed =
    `const { KubernetesVersion } = require('${built}/kubernetes/kubernetes-version');` +
    `const start = performance.now(); const lib = '${built}'; ${code}; console.log(performance.now() - start)`;
  const times = Array.from({ length: 10 }, () =>
    Number(spawnSync(process.execPath, ['--eval', timed], { encoding: 'utf8' }).stdout),
  );
  return Math.min(...times);
}

function main(): void {
  const version = KubernetesVersion.V1_28;
  const all = objects();
  admit(all[0] as JsonObject, version);
  let refused = 0;
  const times = [1, 2, 3].map(() => {
    const start = performance.now();
    refused = all.filter((object) => admit(object, version).length > 0).length;
    return performance.now() - start;
  });
  const took = Math.min(...times);
  console.log(`admit: ${OBJECTS} objects in ${took.toFixed(0)} ms (at most ${MOST_MS}); ${refused} refused`);

  // The oldest version has the longest way to its table.
  const cost = runOf(
    "require(lib + '/admission/structure/schema').schemaOf(KubernetesVersion.V1_28).typeOf('v1', 'Pod')",
  );
  const pod = "{ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec: {} }";
  const first = runOf(`require(lib + '/admission').admit(${pod}, KubernetesVersion.V1_28)`);
  console.log(`tables of a version: ${cost.toFixed(1)} ms (at most ${MOST_LOAD_MS})`);
  console.log(`all of admission and its first object: ${first.toFixed(1)} ms`);
  if (took > MOST_MS || cost > MOST_LOAD_MS) process.exitCode = 1;
}

main();
