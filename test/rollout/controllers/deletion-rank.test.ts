import { rankForDeletion } from '../../../lib/rollout/controllers/deletion-rank';
import type { Pod } from '../../../lib/rollout/engine/pod';
import { plan } from '../manifests';

const pod = (id: number, more: Partial<Pod> = {}): Pod => ({
  id,
  name: `p${id}`,
  version: 'before',
  plan: plan().before,
  createdAt: 0,
  ordinal: id,
  node: id,
  scheduledAt: 0,
  runsAt: 0,
  listensAt: 0,
  ready: true,
  readyChangedAt: 0,
  firstReadyAt: 0,
  deletedAt: undefined,
  sigtermAt: undefined,
  closesAt: undefined,
  cutsAt: undefined,
  goneAt: undefined,
  restarts: 0,
  ...more,
});

const order = (...pods: Pod[]) => rankForDeletion(pods, 1_000_000).map(({ id }) => id);

test('what does nothing yet goes before what does', () => {
  const [ready, unready] = [pod(0), pod(1, { ready: false })];
  const [waiting, pending] = [
    pod(2, { ready: false, runsAt: undefined }),
    pod(3, { ready: false, runsAt: undefined, node: undefined }),
  ];
  expect(order(ready, unready, waiting, pending)).toEqual([3, 2, 1, 0]);
});

test('of ready pods one that shares its node goes first, then the one that is ready for less long', () => {
  expect(order(pod(0, { node: 1 }), pod(1, { node: 2 }), pod(2, { node: 2 }))).toEqual([1, 2, 0]);
  expect(order(pod(0), pod(1, { readyChangedAt: 990_000 }))).toEqual([1, 0]);
});

test('then the one that was restarted more often', () => {
  expect(order(pod(0), pod(1, { restarts: 3 }))).toEqual([1, 0]);
});
