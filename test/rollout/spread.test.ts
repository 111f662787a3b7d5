import fc from 'fast-check';
import { generator, poisson } from '../../lib/rollout/engine/nature';
import { expectedRest, valueInSpread } from '../../lib/rollout/spread';

const spreads = fc
  .tuple(
    fc.double({ min: 0, max: 10, noNaN: true }),
    fc.double({ min: 0.1, max: 100, noNaN: true }),
    fc.double({ min: 0.02, max: 0.98, noNaN: true }),
  )
  .map(([min, width, share]) => ({ min, typical: min + share * width, max: min + width }));

test('values lie within the spread, grow with the chance, and are typical on average', () => {
  fc.assert(
    fc.property(spreads, (spread) => {
      const values = Array.from({ length: 4000 }, (_, index) => valueInSpread(spread, (index + 0.5) / 4000));
      expect(values[0]).toBeGreaterThanOrEqual(spread.min);
      expect(values.at(-1)).toBeLessThanOrEqual(spread.max + 1e-9);
      expect(values).toEqual([...values].sort((one, other) => one - other));
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      expect(Math.abs(mean - spread.typical)).toBeLessThan(0.01 * (spread.max - spread.min));
    }),
    { numRuns: 200 },
  );
});

test('the rest of a request is its mean at the beginning, shrinks, and is nothing from the maximum on', () => {
  fc.assert(
    fc.property(spreads, (spread) => {
      expect(expectedRest(spread, 0)).toBeCloseTo(spread.typical, 4);
      expect(expectedRest(spread, spread.max)).toBe(0);
      const middle = (spread.min + spread.max) / 2;
      expect(expectedRest(spread, middle)).toBeLessThanOrEqual(expectedRest(spread, spread.min));
      const steps = 4000;
      const values = Array.from({ length: steps }, (_, index) =>
        Math.max(0, valueInSpread(spread, (index + 0.5) / steps) - middle),
      );
      expect(expectedRest(spread, middle)).toBeCloseTo(values.reduce((sum, each) => sum + each, 0) / steps, 1);
    }),
    { numRuns: 200 },
  );
});

test('a quantity that is known exactly is itself', () => {
  expect(valueInSpread({ min: 5, typical: 5, max: 5 }, 0.7)).toBe(5);
});

test('the generator gives the same numbers for a seed, others for another, spread evenly', () => {
  const numbers = (seed: number) => Array.from({ length: 5000 }, generator(seed));
  expect(numbers(1)).toEqual(numbers(1));
  expect(numbers(1)).not.toEqual(numbers(2));
  const mean = numbers(3).reduce((sum, each) => sum + each, 0) / 5000;
  expect(mean).toBeGreaterThan(0.48);
  expect(mean).toBeLessThan(0.52);
});

test.each([0.3, 4, 200])('counts of rare events have their mean and variance: %d', (mean) => {
  const chance = generator(7);
  const counts = Array.from({ length: 5000 }, () => poisson(mean, chance));
  const average = counts.reduce((sum, each) => sum + each, 0) / counts.length;
  const variance = counts.reduce((sum, each) => sum + (each - average) ** 2, 0) / counts.length;
  expect(average / mean).toBeCloseTo(1, 1);
  expect(variance / mean).toBeCloseTo(1, 0);
});
