import { Duration } from 'cdk8s';
import { TrafficRoute } from '../../../lib';

test('every route prints itself so that it can be read again', () => {
  const custom = TrafficRoute.custom({ withdrawalLag: Duration.seconds(7), registrationLag: Duration.seconds(3) });
  for (const route of [...TrafficRoute._all(), TrafficRoute.albIp({ readinessGate: true }), custom]) {
    expect(TrafficRoute._parse(route.toString())).toEqual(route);
  }
});

test('the preStop of every route covers its withdrawal', () => {
  for (const route of TrafficRoute._all())
    expect(route._preStopSeconds).toBeGreaterThanOrEqual(route._withdrawalSeconds);
});

test('behind a readiness gate nothing is lost at the start', () => {
  expect(TrafficRoute.nlbIp()._registrationSeconds).toBe(180);
  expect(TrafficRoute.nlbIp({ readinessGate: true })._registrationSeconds).toBe(0);
});

test('an unknown route names the known ones', () => {
  expect(() => TrafficRoute._parse('ingress-ngin')).toThrow(
    /^unknown traffic route 'ingress-ngin'; write one of cluster-ip, .*ingress-nginx/,
  );
});

test('a preStop shorter than the lag is refused with both numbers', () => {
  expect(() => TrafficRoute.custom({ withdrawalLag: Duration.seconds(20), preStop: Duration.seconds(10) })).toThrow(
    "'preStop' (10s) is shorter than 'withdrawalLag' (20s): give it at least 20s",
  );
});

test('a route that was measured sleeps 5 s longer than its lag, and registers as late as it withdraws, unless it says otherwise', () => {
  expect(String(TrafficRoute.custom({ withdrawalLag: Duration.seconds(7) }))).toBe(
    'custom(withdrawal=7s, preStop=12s, registration=7s)',
  );
  const said = {
    withdrawalLag: Duration.seconds(7),
    preStop: Duration.seconds(9),
    registrationLag: Duration.seconds(3),
  };
  expect(String(TrafficRoute.custom(said))).toBe('custom(withdrawal=7s, preStop=9s, registration=3s)');
});
