import { simulateAll } from '../../../../lib/cli/commands/simulate/simulate-all';
import type { ReadResult } from '../../../../lib/cli/input/read-manifests';
import { readManifests } from '../../../../lib/cli/input/read-manifests';
import { ManifestSet } from '../../../../lib/kubernetes/set/manifest-set';
import type { Manifest } from '../../../../lib/kubernetes/views/manifest';
import { EVENTS } from '../../../../lib/rollout/plan';
import { reportOf } from '../../../../lib/rollout/report';
import { workload } from '../../../rollout/manifests';

const budget = (name: string, spec: object): Manifest => ({
  apiVersion: 'policy/v1',
  kind: 'PodDisruptionBudget',
  metadata: { name, namespace: 'shop' },
  spec: { selector: { matchLabels: { app: name } }, ...spec },
});

/** Two workloads that differ in names alone, and one in a number. */
const manifests = ['one', 'two', 'three'].flatMap((name) => [
  ...JSON.parse(JSON.stringify(listed(workload({ replicas: name === 'three' ? 4 : 3 }))).replaceAll('cart', name)),
  budget(name, { minAvailable: '100%' }),
]);

function listed(value: unknown): readonly unknown[] {
  const { items } = value as { items?: readonly unknown[] };
  return items ?? [value];
}

async function read(objects: readonly unknown[]): Promise<ReadResult> {
  async function* stdin() {
    yield JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects });
  }
  return readManifests(['-'], { stdin: stdin() });
}

const FLAGS = { output: 'json', seed: 1, runs: 3, event: EVENTS } as const;

test('workloads that differ in names alone are worked out once, and told as if each had been', async () => {
  const all = simulateAll(await read(manifests), {}, FLAGS).map(({ report }) => report);
  const set = ManifestSet.of(manifests);
  const expected = set.objects.flatMap((object) =>
    EVENTS.flatMap((event) => reportOf(set, object, { ...FLAGS, event }) ?? []),
  );
  expect(all).toHaveLength(15);
  expect(all).toEqual(expected);
  // A drain names its budget, so the two are worked out apart.
  expect(new Set(all.map(({ timeline }) => timeline)).size).toBe(11);
});
