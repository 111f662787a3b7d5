import fc from 'fast-check';
import { ManifestSet } from '../../lib/kubernetes/set/manifest-set';
import { boundsOf } from '../../lib/rollout/bounds/bounds';
import { counterexampleOf } from '../../lib/rollout/bounds/counterexample';
import { sendRequests, watchedUntil } from '../../lib/rollout/clients/requests';
import { seeded } from '../../lib/rollout/engine/nature';
import { runRollout } from '../../lib/rollout/run';
import { anyScenario, anyShape, plan, workload } from './manifests';

test('from any version to any other: it completes, and bounds and runs agree', () => {
  const seed = fc.integer({ min: 0, max: 2 ** 31 });
  fc.assert(
    fc.property(anyShape, anyShape, anyScenario, seed, (before, after, scenario, chance) => {
      const from = ManifestSet.of([workload(before)]);
      const given = plan(after, { from, scenario });
      const nature = seeded(chance);
      const trace = runRollout(given, 'rollout', nature);
      expect(trace.completedAt).toBeDefined();
      const { lost } = sendRequests(trace, given, nature, watchedUntil(trace, given));
      const { worst, hazards, stalls } = boundsOf(given, 'rollout');
      if (worst === 'no-loss') expect(lost).toEqual([]);
      // Behind a balancer, and with another number of replicas as well, the bounds are on the safe side.
      const isExact = before.replicas === after.replicas || hazards.every(({ kind }) => kind !== 'registers-late');
      if (worst !== 'no-loss' && stalls.length === 0 && isExact)
        expect(counterexampleOf(given, 'rollout', hazards)).toBeDefined();
    }),
    { numRuns: 1500 },
  );
});

test.each([
  ['Deployment', 5],
  ['StatefulSet', 5],
  ['DaemonSet', 2],
] as const)('a %s begins with the pods that the set before has', (kind, before) => {
  const from = ManifestSet.of([workload({ kind, replicas: 5 })]);
  expect(plan({ kind, replicas: 3 }, { from, scenario: { nodes: 2 } }).replicasBefore).toBe(before);
});

test('a host port of a native sidecar stalls a rollout without a free node; that of a plain init container does not', () => {
  const helper = {
    name: 'helper',
    image: 'registry.example.com/helper:1.0.0',
    ports: [{ containerPort: 9000, hostPort: 9000 }],
  };
  const stalls = (restartPolicy: object) =>
    boundsOf(
      plan(
        { replicas: 3, maxUnavailable: 0, pod: { initContainers: [{ ...helper, ...restartPolicy }] } },
        { scenario: { nodes: 3 } },
      ),
      'rollout',
    ).stalls;
  expect(stalls({})).toEqual([]);
  expect(stalls({ restartPolicy: 'Always' })).toEqual([expect.stringContaining('port 9000')]);
});
