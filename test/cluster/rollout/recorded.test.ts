import { compareWithEngine } from './engine-sequence';
import { recordedRollouts } from './recorded';
import type { Kind } from './shapes';
import { WRONG_CONTROLLERS } from './wrong-controllers';

const ROLLOUTS = recordedRollouts();

test.each(ROLLOUTS.map((rollout) => [rollout.shape.name, rollout] as const))(
  '%s: our controller decides what the real one did',
  (_name, { shape, run }) => {
    const { isAlike, real, ours } = compareWithEngine(shape, run);
    expect(isAlike ? real : ours).toBe(real);
  },
);

// Not every rollout shows every mistake: one whose pods are never ready shows hardly any.
test.each<readonly [Kind, string, number]>([
  ['Deployment', 'surges by one pod more', 15],
  ['Deployment', 'leaves one pod more unavailable', 15],
  ['Deployment', 'replaces all at once', 15],
  ['Deployment', 'takes a pod for available as soon as it is ready', 4],
  ['Deployment', 'waits three seconds too long for a pod to be available', 8],
  ['StatefulSet', 'leaves one pod more unavailable', 4],
  ['StatefulSet', 'replaces all at once', 4],
  ['StatefulSet', 'takes a pod for available as soon as it is ready', 1],
  ['StatefulSet', 'waits three seconds too long for a pod to be available', 2],
  ['StatefulSet', 'updates the pods below the partition too', 1],
  ['DaemonSet', 'surges by one pod more', 6],
  ['DaemonSet', 'leaves one pod more unavailable', 4],
  ['DaemonSet', 'replaces all at once', 4],
  ['DaemonSet', 'takes a pod for available as soon as it is ready', 3],
  ['DaemonSet', 'waits three seconds too long for a pod to be available', 2],
])('a %s controller that %s is told apart', (kind, wrong, least) => {
  const change = WRONG_CONTROLLERS[wrong];
  const told = ROLLOUTS.filter(
    ({ shape, run }) => shape.kind === kind && !compareWithEngine(shape, run, change).isAlike,
  );
  expect(told.length).toBeGreaterThanOrEqual(least);
});
