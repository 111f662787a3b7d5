import { Duration } from 'cdk8s';
import { RouteTargets, TrafficRoute } from '../../lib';
import { planRolling } from '../../lib/constructs/plan/rolling-plan';
import { isRouteName, parseRoute, type Route } from '../../lib/lifecycle/routes/route';
import { ROUTE_NAMES, ROUTES } from '../../lib/lifecycle/routes/table';
import { EVERY_ROUTE } from './every-route';
import { factsOf } from './plan/facts';

const read = ({ name, targets, readinessGate, withdrawalLag, registrationLag, preStop, source }: Route) => ({
  name,
  targets,
  readinessGate,
  source,
  lags: [withdrawalLag, registrationLag, preStop].map((lag) => lag.toSeconds()),
});

test('every route of the table has its factory', () => {
  expect(EVERY_ROUTE.map(({ name }) => name)).toEqual(ROUTE_NAMES);
});

test('every route prints itself so that it can be read again', () => {
  const custom = { withdrawalLag: Duration.seconds(7), registrationLag: Duration.seconds(3) };
  const routes = [
    ...EVERY_ROUTE,
    TrafficRoute.albIp({ readinessGate: true }),
    TrafficRoute.custom(custom),
    ...Object.values(RouteTargets).map((targets) => TrafficRoute.custom({ ...custom, targets })),
  ];
  for (const route of routes) expect(read(parseRoute(String(route)))).toEqual(read(route));
});

test('a route shows its lags as durations', () => {
  const { withdrawalLag, registrationLag, preStop } = TrafficRoute.nlbIp();
  expect([withdrawalLag, registrationLag, preStop].map((lag) => lag.toHumanString())).toEqual([
    '2 minutes',
    '3 minutes',
    '2 minutes 10 seconds',
  ]);
});

test('the preStop of every route covers its withdrawal', () => {
  for (const { preStop, withdrawal } of Object.values(ROUTES)) expect(preStop).toBeGreaterThanOrEqual(withdrawal);
});

test('behind a readiness gate nothing is lost at the start', () => {
  expect(TrafficRoute.nlbIp().registrationLag.toSeconds()).toBe(180);
  expect(TrafficRoute.nlbIp({ readinessGate: true }).registrationLag.toSeconds()).toBe(0);
});

test('a custom route leaves 5 s beside the withdrawal, and is a proxy in the cluster, where nothing else is said', () => {
  const route = TrafficRoute.custom({ withdrawalLag: Duration.seconds(7) });
  expect(read(route)).toMatchObject({ targets: RouteTargets.PROXY, lags: [7, 7, 12] });
  expect(String(route)).toBe('custom(withdrawal=7s, preStop=12s, registration=7s)');
});

test('a rollout waits for the registration of pods, where a custom route sends to pods', () => {
  const minReady = (targets: RouteTargets) =>
    planRolling({}, factsOf({ route: TrafficRoute.custom({ withdrawalLag: Duration.seconds(20), targets }) }))
      .minReadySeconds;
  expect(Object.values(RouteTargets).filter((targets) => minReady(targets) === 20)).toEqual([RouteTargets.PODS]);
  expect(minReady(RouteTargets.NODES)).toBe(0);
});

test('a preStop shorter than the lag is refused with both numbers', () => {
  expect(() => TrafficRoute.custom({ withdrawalLag: Duration.seconds(20), preStop: Duration.seconds(10) })).toThrow(
    "'preStop' (10s) is shorter than 'withdrawalLag' (20s): give it at least 20s",
  );
});

test('a name that objects have by nature is none of a route', () => {
  expect(isRouteName('constructor')).toBe(false);
});
