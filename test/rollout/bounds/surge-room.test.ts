import { boundsOf } from '../../../lib/rollout/bounds/bounds';
import { seeded } from '../../../lib/rollout/engine/nature';
import type { Scenario } from '../../../lib/rollout/reading/scenario';
import { runRollout } from '../../../lib/rollout/run';
import { planFor, type Shape, sleeps, workload } from '../manifests';

const careful: Shape = { preStop: sleeps(10), gracePeriod: 60, maxSurge: 1, maxUnavailable: 0 };
const apart = (topologyKey: string) => ({
  affinity: {
    podAntiAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: [
        { topologyKey, labelSelector: { matchLabels: { app: 'cart' } } },
      ],
    },
  },
});
const quota = {
  apiVersion: 'v1',
  kind: 'ResourceQuota',
  metadata: { name: 'team', namespace: 'shop' },
  spec: { hard: { pods: '3' } },
};
const told = (shape: Shape, scenario: Scenario = {}) => {
  const plan = planFor([workload({ ...careful, ...shape })], { scenario });
  const { stalls, needs } = boundsOf(plan, 'rollout');
  return { stalls, needs, ends: runRollout(plan, 'rollout', seeded(1)).completedAt !== undefined };
};

test('one pod a node, and as many nodes as pods: the rollout waits for a node more', () => {
  const shape = { pod: apart('kubernetes.io/hostname') };
  expect(told(shape)).toMatchObject({ needs: [], ends: false });
  expect(told(shape).stalls[0]).toMatch(/^a new pod waits for a node without another of its pods .* all 3 have one/);
  expect(told({ ...shape, maxSurge: 0, maxUnavailable: 1 })).toMatchObject({ stalls: [], needs: [], ends: true });
  const needs = ['a node without one of these pods is free for a new one'];
  expect(told(shape, { nodes: 4 })).toEqual({ stalls: [], needs, ends: true });
  expect(told({ ...shape, replicas: 2 })).toEqual({ stalls: [], needs, ends: true });
});

test('one pod a zone needs a zone more, however many nodes there are', () => {
  const { stalls, ends } = told({ pod: apart('topology.kubernetes.io/zone') }, { nodes: 9 });
  expect(stalls[0]).toMatch(/^a new pod waits for a zone/);
  expect(ends).toBe(false);
});

test('a quota that the pods fill refuses the new one', () => {
  const plan = planFor([workload(careful), quota]);
  expect(boundsOf(plan, 'rollout').stalls[0]).toMatch(/^ResourceQuota "team" allows 3 pods, the pods that run use 3/);
  expect(runRollout(plan, 'rollout', seeded(1)).completedAt).toBeUndefined();
});

test('a device of which every pod has one is needed once more', () => {
  const container = { resources: { limits: { 'nvidia.com/gpu': 1 } } };
  expect(told({ container })).toEqual({
    stalls: [],
    needs: ['a free nvidia.com/gpu is left for a new pod beside the old ones'],
    ends: true,
  });
});
