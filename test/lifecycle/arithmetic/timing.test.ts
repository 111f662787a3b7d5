import fc from 'fast-check';
import {
  earliestKill,
  failureThresholdFor,
  gracePeriodFor,
  startupBudget,
  timeToGone,
  timeToNotice,
  timeToReady,
  timeToStop,
} from '../../../lib/lifecycle/arithmetic/timing';

const probe = fc.record({
  initialDelaySeconds: fc.nat(300),
  periodSeconds: fc.integer({ min: 1, max: 120 }),
  timeoutSeconds: fc.integer({ min: 1, max: 60 }),
  failureThreshold: fc.integer({ min: 1, max: 100 }),
  successThreshold: fc.integer({ min: 1, max: 10 }),
});

test('the documented start-up check leaves at least 145 s', () => {
  expect(
    earliestKill({
      initialDelaySeconds: 0,
      periodSeconds: 5,
      timeoutSeconds: 1,
      failureThreshold: 30,
      successThreshold: 1,
    }),
  ).toBe(145);
});

test('startsWithin never kills before, and not a period later than it must', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 3600 }),
      fc.nat(60),
      fc.integer({ min: 1, max: 60 }),
      (within, delay, period) => {
        const failureThreshold = failureThresholdFor(within, delay, period);
        const timing = {
          initialDelaySeconds: delay,
          periodSeconds: period,
          timeoutSeconds: 1,
          failureThreshold,
          successThreshold: 1,
        };
        expect(earliestKill(timing)).toBeGreaterThanOrEqual(within);
        expect(failureThreshold === 1 || earliestKill(timing) - period < within).toBe(true);
      },
    ),
  );
});

test('a probe kills no earlier than it can, and notices no later than it must', () => {
  fc.assert(
    fc.property(probe, (timing) => {
      expect(earliestKill(timing)).toBeLessThan(startupBudget(timing));
      expect(timeToNotice(timing)).toBe(timing.failureThreshold * timing.periodSeconds + timing.timeoutSeconds);
      expect(timeToReady(timing)).toBeGreaterThanOrEqual(timing.initialDelaySeconds + timing.periodSeconds);
    }),
  );
});

test('the grace period holds hook, drain and margin, and what the hook leaves is for the drain', () => {
  fc.assert(
    fc.property(fc.nat(600), fc.nat(600), fc.nat(60), fc.nat(120), (preStop, drain, margin, atLeast) => {
      const grace = gracePeriodFor(preStop, drain, margin, atLeast);
      expect(grace).toBeGreaterThanOrEqual(Math.max(atLeast, preStop + drain + margin));
      expect(timeToStop(grace, preStop)).toBeGreaterThanOrEqual(drain);
    }),
  );
});

test('SIGTERM gets 2 s, however little is left', () => {
  expect([timeToStop(30, 29), timeToStop(30, 30), timeToStop(30, 45), timeToStop(30, 10.9)]).toEqual([2, 2, 2, 20]);
  expect(timeToGone(30)).toBe(32);
});

test('until a pod is Ready its checks have to succeed, and the last may take its whole timeout', () => {
  const slow = {
    initialDelaySeconds: 5,
    periodSeconds: 10,
    timeoutSeconds: 3,
    failureThreshold: 2,
    successThreshold: 4,
  };
  expect(timeToReady(slow)).toBe(5 + 4 * 10 + 3);
  expect(timeToNotice(slow)).toBe(2 * 10 + 3);
  expect(startupBudget(slow)).toBe(5 + 2 * 10 + 3);
  expect(timeToGone(30)).toBe(32);
});
