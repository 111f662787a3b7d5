import fc from 'fast-check';
import { newReplicaSetSize, rollingStep } from '../../../lib/rollout/controllers/rolling';

const ten = { replicas: 10, surge: 3, unavailable: 2 };

test('a new ReplicaSet takes the room that replicas and surge leave beside all others', () => {
  expect(newReplicaSetSize(ten, 0, [10])).toBe(3);
  expect(newReplicaSetSize(ten, 3, [8])).toBe(5);
  expect(newReplicaSetSize(ten, 9, [0])).toBe(10);
  expect(newReplicaSetSize(ten, 3, [12])).toBe(3);
});

test('one that is too large is cut to the replicas', () => {
  expect(newReplicaSetSize(ten, 12, [0])).toBe(10);
});

test('the sync that creates it, already sized, goes on to the old ones', () => {
  const step = rollingStep(ten, { spec: 3, available: 0 }, [{ spec: 10, available: 10 }], true);
  expect(step).toEqual({ newReplicas: 3, oldReplicas: [8] });
});

test('any other sync that scales it ends there', () => {
  const step = rollingStep(ten, { spec: 3, available: 3 }, [{ spec: 8, available: 8 }]);
  expect(step).toEqual({ newReplicas: 5, oldReplicas: [8] });
});

test('unhealthy old pods go first, whatever the others are, the oldest ReplicaSet before the others', () => {
  const olds = [
    { spec: 4, available: 1 },
    { spec: 6, available: 5 },
  ];
  // 13 wanted, 8 have to be available, 3 new ones are not: 2 may go.
  const { oldReplicas } = rollingStep(ten, { spec: 3, available: 0 }, olds);
  expect(oldReplicas).toEqual([2, 6]);
});

test('a status that is behind its spec makes the controller give the sync up', () => {
  const { oldReplicas } = rollingStep(ten, { spec: 5, available: 5 }, [{ spec: 8, available: 9 }]);
  expect(oldReplicas).toEqual([8]);
});

test('no step takes available pods below replicas - unavailable, or asks for more than replicas + surge', () => {
  const state = fc.record({
    replicas: fc.integer({ min: 1, max: 30 }),
    surge: fc.integer({ min: 0, max: 10 }),
    unavailable: fc.integer({ min: 0, max: 10 }),
    newSpec: fc.integer({ min: 0, max: 30 }),
    newAvailable: fc.integer({ min: 0, max: 30 }),
    olds: fc.array(fc.tuple(fc.integer({ min: 0, max: 15 }), fc.integer({ min: 0, max: 15 })), { maxLength: 3 }),
  });
  fc.assert(
    fc.property(state, ({ replicas, surge, unavailable, newSpec, newAvailable, olds }) => {
      fc.pre(surge + unavailable > 0 && newSpec <= replicas);
      const newest = { spec: newSpec, available: Math.min(newSpec, newAvailable) };
      const old = olds.map(([spec, available]) => ({ spec, available: Math.min(spec, available) }));
      const before = newSpec + old.reduce((sum, { spec }) => sum + spec, 0);
      const step = rollingStep({ replicas, surge, unavailable }, newest, old);
      const after = step.newReplicas + step.oldReplicas.reduce((sum, each) => sum + each, 0);
      expect(after).toBeLessThanOrEqual(Math.max(before, replicas + surge));
      // Unavailable pods are removed first, so that what is left of each is its available ones at least.
      const available =
        newest.available +
        old.reduce((sum, each, index) => sum + Math.min(each.available, step.oldReplicas[index] ?? 0), 0);
      const availableBefore = newest.available + old.reduce((sum, each) => sum + each.available, 0);
      expect(available).toBeGreaterThanOrEqual(Math.min(availableBefore, replicas - unavailable));
    }),
    { numRuns: 5000 },
  );
});
