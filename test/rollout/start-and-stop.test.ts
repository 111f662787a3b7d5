import { fastestReady, slowestStart, startTimes } from '../../lib/rollout/start';
import { stopTimes } from '../../lib/rollout/stop';
import { plan, sleeps } from './manifests';

const stop = (given: Parameters<typeof plan>[0], scenario = {}) => stopTimes(plan(given, { scenario }).before.stop);

test('a hook runs inside the grace period, and SIGTERM has what is left of it', () => {
  expect(stop({ preStop: sleeps(10), gracePeriod: 60 })).toEqual({ sigterm: 10, closes: 10, cuts: 60 });
  expect(stop({})).toEqual({ sigterm: 0, closes: 0, cuts: 30 });
});

test('SIGTERM has 2 s at least, and a hook is not waited for beyond the grace period', () => {
  expect(stop({ preStop: sleeps(29), gracePeriod: 30 })).toEqual({ sigterm: 29, closes: 29, cuts: 31 });
  expect(stop({ preStop: sleeps(40), gracePeriod: 30 })).toEqual({ sigterm: 30, closes: 30, cuts: 32 });
});

test('what a process does on SIGTERM decides when it closes and what it cuts', () => {
  const careful = { preStop: sleeps(10), gracePeriod: 60 };
  expect(stop(careful, { onSigterm: 'exits' })).toEqual({ sigterm: 10, closes: 10, cuts: 10 });
  expect(stop(careful, { onSigterm: 'ignores' })).toEqual({ sigterm: 10, closes: 60, cuts: 60 });
  expect(stop(careful, { acceptsAfterSigtermSeconds: 5 })).toEqual({ sigterm: 10, closes: 15, cuts: 60 });
});

const start = (given: Parameters<typeof plan>[0]) => plan(given).after.start;
const http = { httpGet: { port: 8080 } };

test("the first probe comes at its tick after the initial delay, the phase is the pod's", () => {
  const probes = start({ readinessProbe: { ...http, initialDelaySeconds: 5, periodSeconds: 10 } });
  expect(startTimes(probes, 2, 0.7).ready).toBeCloseTo(7);
  expect(startTimes(probes, 2, 0.3).ready).toBeCloseTo(13);
  expect(startTimes(probes, 7.5, 0.7).ready).toBeCloseTo(17);
});

test('a readiness probe has to succeed as often as it says', () => {
  expect(startTimes(start({ readinessProbe: { ...http, periodSeconds: 2, successThreshold: 3 } }), 1, 0).ready).toBe(6);
});

test('a startup probe that passes asks the readiness probe at once', () => {
  const probes = start({
    readinessProbe: { ...http, periodSeconds: 10 },
    startupProbe: { ...http, periodSeconds: 3, failureThreshold: 30 },
  });
  expect(startTimes(probes, 4, 0).ready).toBe(6);
});

test('one that fails too often kills, at its first failure at the earliest', () => {
  const probes = start({ startupProbe: { ...http, periodSeconds: 5, failureThreshold: 3 } });
  expect(startTimes(probes, 100, 0)).toEqual({ ready: undefined, killed: 10 });
  expect(startTimes(probes, 10, 0).killed).toBeUndefined();
});

test('the slowest start is slower than the fastest', () => {
  const probes = start({ readinessProbe: { ...http, initialDelaySeconds: 5, periodSeconds: 10 } });
  expect(fastestReady(probes)).toBe(5);
  expect(slowestStart(probes).ready).toBeGreaterThan(60);
  expect(slowestStart(probes).ready).toBeLessThanOrEqual(70);
});
