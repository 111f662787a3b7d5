/**
 * Measures `admit` and `admitUpdate` against real API servers, and writes the figures that docs/admission.md shows and a
 * sample of what the servers said, which the unit tests replay:
 *
 *     node --require ts-node/register scripts/admission/measure.ts [seed]
 *
 * CORPUS names a folder with further manifests to edit.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { KubernetesVersion } from '../../lib/kubernetes/versions/kubernetes-version';
import { VERSIONS } from '../../test/cluster/components';
import { ControlPlane } from '../../test/cluster/control-plane';
import { BASES } from '../../test/cluster/differential/bases';
import { run } from '../../test/cluster/differential/differential';
import { resultOf, type VersionResult } from '../../test/cluster/differential/figures';
import { realManifests } from '../../test/cluster/differential/real-manifests';
import { addCases, REGRESSIONS } from '../../test/cluster/differential/regressions';
import { runUpdates } from '../../test/cluster/differential/updates';

const OUT = resolve(__dirname, '../../test/cluster/differential/results.json');
const RECORD_EVERY = 40;

async function measure(wanted: string, seed: number): Promise<VersionResult> {
  const plane = await ControlPlane.start({ version: wanted });
  try {
    const version = KubernetesVersion.of(plane.version);
    const result = await run(plane.api, {
      version,
      seed,
      perKind: 1000,
      everyLeaf: 1,
      kinds: Object.keys(BASES),
      more: await realManifests(),
      parallel: 8,
      recordEvery: RECORD_EVERY,
    });
    const updates = [];
    for (const kind of Object.keys(BASES)) updates.push(await runUpdates(plane.api, version, kind, 300, seed));
    for (const { difference, kind, server, own } of result.disagreements)
      process.stderr.write(`${difference} of ${kind}\n  server: ${server.message}\n  admit: ${own.message}\n`);
    rmSync(join(REGRESSIONS, `recorded-${version}.jsonl`), { force: true });
    addCases(
      'recorded',
      String(version),
      result.recorded.filter(({ base }) => typeof base === 'number'),
    );
    const found = result.disagreements.filter(({ difference }) => difference !== 'paths');
    if (found.length > 0) addCases('found', String(version), found);
    return resultOf(String(version), seed, result, updates);
  } finally {
    await plane.stop();
  }
}

async function main(seed: number): Promise<void> {
  const results: VersionResult[] = [];
  for (const version of VERSIONS) {
    process.stderr.write(`measuring against ${version} with seed ${seed}\n`);
    results.push(await measure(version, seed));
  }
  writeFileSync(OUT, `${JSON.stringify(results, null, 2)}\n`);
}

void main(Number(process.argv[2] ?? 1));
