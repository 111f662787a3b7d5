import fc from 'fast-check';
import { KubernetesVersion } from '../../lib/kubernetes/versions/kubernetes-version';
import { boundsOf } from '../../lib/rollout/bounds/bounds';
import { counterexampleOf, replay } from '../../lib/rollout/bounds/counterexample';
import { sendRequests, watchedUntil } from '../../lib/rollout/clients/requests';
import { seeded } from '../../lib/rollout/engine/nature';
import type { Trace } from '../../lib/rollout/engine/trace';
import type { RolloutEvent } from '../../lib/rollout/plan';
import { runRollout } from '../../lib/rollout/run';
import { timelineOf } from '../../lib/rollout/timeline';
import { anyOtherShape, anyScenario, anyShape, anyStatefulSet, plan, sleeps } from './manifests';

const RUNS = 1500;
const version = fc.constantFrom(KubernetesVersion.V1_30, KubernetesVersion.of('1.37'));
const anyKind = fc.oneof(anyShape, anyOtherShape, anyStatefulSet);
const seed = fc.integer({ min: 0, max: 2 ** 31 });
const events = fc.constantFrom<RolloutEvent>('rollout', 'drain', 'crash', 'scale-down', 'bad-version');

/** The longest time in ms for which more pods than `limit` existed that were not being deleted. */
function longestAbove(trace: Trace, limit: number): number {
  const steps = trace.pods.flatMap((pod) => [
    { at: pod.createdAt, by: 1 },
    { at: pod.deletedAt ?? Number.POSITIVE_INFINITY, by: -1 },
  ]);
  steps.sort((one, other) => one.at - other.at || one.by - other.by);
  let active = 0;
  let longest = 0;
  let since = 0;
  for (const { at, by } of steps) {
    if (active > limit) longest = Math.max(longest, at - since);
    active += by;
    if (active <= limit || by < 0) since = at;
    else if (active === limit + 1) since = at;
  }
  return longest;
}

const rolling = (trace: ReturnType<typeof plan>) => {
  if (trace.strategy.type !== 'RollingUpdate') throw new Error('not a rolling update');
  return trace.strategy;
};

test("available pods are never fewer than replicas - maxUnavailable, by the controller's own doing", () => {
  fc.assert(
    fc.property(fc.oneof(anyShape, anyStatefulSet), version, seed, (shape, on, chance) => {
      const given = plan(shape, { version: on });
      // Before 1.34 the update of a Parallel StatefulSet takes the next pod as soon as the last is Ready.
      if (given.kind === 'StatefulSet' && !given.ordered && !given.updateHonoursMinReady) return;
      const trace = runRollout(given, 'rollout', seeded(chance));
      const fewest = Math.min(...timelineOf(trace, given, []).moments.map(({ available }) => available));
      expect(fewest).toBeGreaterThanOrEqual(given.replicas - rolling(given).unavailable);
    }),
    { numRuns: RUNS },
  );
});

test('the ReplicaSets never ask for more pods than replicas + maxSurge, and no more exist for longer than a controller takes', () => {
  fc.assert(
    fc.property(anyShape, seed, (shape, chance) => {
      const given = plan(shape);
      const trace = runRollout(given, 'rollout', seeded(chance));
      const limit = given.replicas + rolling(given).surge;
      for (const { before, after } of trace.decisions) expect(before + after).toBeLessThanOrEqual(limit);
      // Two ReplicaSets act on their own: the new one may create a pod before the old one has deleted its own.
      expect(longestAbove(trace, limit)).toBeLessThan(1000);
    }),
    { numRuns: RUNS },
  );
});

test('a rollout of healthy pods completes: the new version is left, the old one below the partition', () => {
  fc.assert(
    fc.property(anyKind, version, seed, (shape, on, chance) => {
      const given = plan(shape, { version: on });
      const { partition } = given.strategy.type === 'RollingUpdate' ? given.strategy : { partition: 0 };
      const { completedAt, pods } = runRollout(given, 'rollout', seeded(chance));
      expect(completedAt).toBeDefined();
      const left = pods.filter(({ goneAt }) => goneAt === undefined);
      const old = left.filter((pod) => pod.version === 'before').map(({ ordinal }) => ordinal);
      expect(left).toHaveLength(given.replicas);
      expect(old.sort()).toEqual(Array.from({ length: Math.min(partition, given.replicas) }, (_, ordinal) => ordinal));
    }),
    { numRuns: RUNS },
  );
});

test('where the bounds say that nothing is lost, no run loses anything', () => {
  let safe = 0;
  fc.assert(
    fc.property(anyKind, version, anyScenario, events, seed, (shape, on, scenario, event, chance) => {
      const given = plan(shape, { scenario, version: on });
      if (boundsOf(given, event).worst !== 'no-loss') return;
      safe++;
      const nature = seeded(chance);
      const trace = runRollout(given, event, nature);
      expect(sendRequests(trace, given, nature, watchedUntil(trace, given)).lost).toEqual([]);
    }),
    { numRuns: 4 * RUNS },
  );
  expect(safe).toBeGreaterThan(100);
});

test('where they say that something can be lost, the counterexample loses it again when it is replayed', () => {
  let losing = 0;
  fc.assert(
    fc.property(anyKind, version, anyScenario, events, (shape, on, scenario, event) => {
      const given = plan(shape, { scenario, version: on });
      const { hazards, stalls } = boundsOf(given, event);
      if (hazards.length === 0 || stalls.length > 0) return;
      losing++;
      const found = counterexampleOf(given, event, hazards);
      if (found === undefined)
        throw new Error(`no course of events loses: ${hazards.map(({ why }) => why).join('; ')}`);
      const again = replay(given, event, found.schedule);
      expect(again.some(({ cause, from }) => cause === found.cause && from / 1000 === found.atSeconds)).toBe(true);
      expect(found.story.at(-1)?.atSeconds).toBe(found.atSeconds);
    }),
    { numRuns: RUNS },
  );
  expect(losing).toBeGreaterThan(100);
});

test('with preStop at the withdrawal lag, drain within grace, a draining app and enough pods, no seed loses anything', () => {
  const shapes = fc.record({
    replicas: fc.integer({ min: 1, max: 10 }),
    preStop: fc.integer({ min: 5, max: 20 }),
    drain: fc.integer({ min: 1, max: 40 }),
    minReadySeconds: fc.integer({ min: 0, max: 20 }),
    maxSurge: fc.integer({ min: 1, max: 4 }),
  });
  fc.assert(
    fc.property(shapes, seed, ({ preStop, drain, ...shape }, chance) => {
      const given = plan({
        ...shape,
        maxUnavailable: 0,
        preStop: sleeps(preStop),
        gracePeriod: preStop + drain,
        annotations: { 'cdk8s-lifecycle/drain-seconds': String(drain) },
      });
      const nature = seeded(chance);
      const trace = runRollout(given, 'rollout', nature);
      expect(sendRequests(trace, given, nature, watchedUntil(trace, given)).lost).toEqual([]);
    }),
    { numRuns: RUNS },
  );
});

test('the same seed gives the same run', () => {
  fc.assert(
    fc.property(anyShape, events, seed, (shape, event, chance) => {
      const given = plan(shape);
      const tell = () => {
        const nature = seeded(chance);
        const trace = runRollout(given, event, nature);
        return timelineOf(trace, given, sendRequests(trace, given, nature, watchedUntil(trace, given)).lost);
      };
      expect(tell()).toEqual(tell());
    }),
    { numRuns: 100 },
  );
});
