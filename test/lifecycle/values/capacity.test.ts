import fc from 'fast-check';
import { Capacity } from '../../../lib';

test('a capacity tells how many pods carry the peak', () => {
  expect(Capacity.of({ peak: 401, perReplica: 100 }).requiredReplicas).toBe(5);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max: 1000 }), (peak, perReplica) => {
      const { requiredReplicas } = Capacity.of({ peak, perReplica });
      expect(requiredReplicas * perReplica).toBeGreaterThanOrEqual(peak);
      expect((requiredReplicas - 1) * perReplica).toBeLessThan(peak);
    }),
  );
});

test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('a peak of %p is refused', (peak) => {
  expect(() => Capacity.of({ peak, perReplica: 1 })).toThrow(`'peak' (${peak}) must be a number above 0`);
});
