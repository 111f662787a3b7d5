import { earliestKill, timeToNotice } from '../../lib/lifecycle/arithmetic/timing';
import { DEFAULTS, LIMITS } from '../../lib/lifecycle/documented-defaults';

test('every default and every limit has a setting, a topic and a reason', () => {
  const entries = [...Object.values(DEFAULTS), ...Object.values(LIMITS)];
  for (const entry of entries) {
    for (const text of [entry.setting, entry.shown, entry.from]) expect(text).not.toBe('');
    expect(entry.reason).toMatch(/\.$/);
  }
  const settings = entries.map(({ setting }) => setting);
  expect(new Set(settings).size).toBe(settings.length);
});

test('the numbers hold together: traffic goes before the restart comes, and what must fit the grace period fits', () => {
  const { readiness, liveness, startup, preStop, drain, margin, gracePeriod } = DEFAULTS;
  const withSuccess = { successThreshold: 1 };
  expect(timeToNotice(readiness.value)).toBeLessThan(earliestKill({ ...liveness.value, ...withSuccess }));
  expect(earliestKill({ ...startup.value, ...withSuccess })).toBe(145);
  expect(preStop.value + drain.value + margin.value).toBeLessThanOrEqual(gracePeriod.value);
});
