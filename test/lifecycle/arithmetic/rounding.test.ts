import fc from 'fast-check';
import {
  allowedDisruptions,
  resolve,
  resolveDaemonSet,
  resolveDeployment,
  resolveStatefulSet,
} from '../../../lib/lifecycle/arithmetic/rounding';

const replicas = fc.integer({ min: 0, max: 5000 });
const percent = fc.integer({ min: 0, max: 300 });
const amount = fc.oneof(
  fc.integer({ min: 0, max: 100 }),
  percent.map((value) => `${value}%`),
);

test('percentages are resolved in whole numbers, exactly', () => {
  fc.assert(
    fc.property(replicas, percent, (total, value) => {
      const product = BigInt(total) * BigInt(value);
      expect(BigInt(resolve(`${value}%`, total, 'down') as number)).toBe(product / 100n);
      expect(BigInt(resolve(`${value}%`, total, 'up') as number)).toBe((product + 99n) / 100n);
    }),
  );
});

test.each([
  [1, '25%', '25%', { surge: 1, unavailable: 0 }],
  [3, '25%', '25%', { surge: 1, unavailable: 0 }],
  [4, '25%', '25%', { surge: 1, unavailable: 1 }],
  [10, '25%', '25%', { surge: 3, unavailable: 2 }],
  [1, 0, '25%', { surge: 0, unavailable: 1 }],
  [1, '0%', '1%', { surge: 0, unavailable: 1 }],
  [2, 1, 5, { surge: 1, unavailable: 2 }],
  [5, '200%', 0, { surge: 10, unavailable: 0 }],
  [0, 1, 1, { surge: 1, unavailable: 0 }],
])('%p replicas with maxSurge %p and maxUnavailable %p', (count, surge, unavailable, expected) => {
  expect(resolveDeployment(count, surge, unavailable)).toEqual(expected);
});

test('a Deployment can always make progress, and never misses more pods than it has', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), amount, amount, (count, surge, unavailable) => {
      const resolved = resolveDeployment(count, surge, unavailable);
      expect(resolved.surge + resolved.unavailable).toBeGreaterThan(0);
      expect(resolved.unavailable).toBeLessThanOrEqual(count);
    }),
  );
});

test('what is left out is a quarter', () => {
  expect(resolveDeployment(8, undefined, undefined)).toEqual({ surge: 2, unavailable: 2 });
});

test('a DaemonSet rounds both up', () => {
  expect(resolveDaemonSet(10, '0%', '11%')).toEqual({ surge: 0, unavailable: 2 });
  expect(resolveDaemonSet(10, '1%', 0)).toEqual({ surge: 1, unavailable: 0 });
  expect(resolveDaemonSet(10)).toEqual({ surge: 0, unavailable: 1 });
  expect(resolveDaemonSet(10, 0, 0)).toEqual({ surge: 0, unavailable: 1 });
});

test('a StatefulSet rounds down, to one at least', () => {
  expect([resolveStatefulSet(10, '25%'), resolveStatefulSet(3, '25%'), resolveStatefulSet(3)]).toEqual([2, 1, 1]);
});

test('both numbers of a budget round up', () => {
  expect(allowedDisruptions(7, { maxUnavailable: '30%' })).toBe(3);
  expect(allowedDisruptions(7, { minAvailable: '50%' })).toBe(3);
  expect(allowedDisruptions(3, { minAvailable: 3 })).toBe(0);
  expect(allowedDisruptions(3, { minAvailable: 5 })).toBe(0);
  expect(allowedDisruptions(3, { maxUnavailable: 9 })).toBe(3);
  expect(allowedDisruptions(3, {})).toBe(3);
});

test('anything but a number or a percentage resolves to nothing', () => {
  for (const value of ['1', '1.5%', '-1%', '%', 1.5, null, {}, undefined])
    expect(resolve(value, 10, 'up')).toBeUndefined();
});
