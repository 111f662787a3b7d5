import { Duration } from 'cdk8s';
import fc from 'fast-check';
import { planStop } from '../../../lib/constructs/plan/stop-plan';
import { measuredRoute, namedRoute } from '../../../lib/lifecycle/routes/route';
import { ROUTE_NAMES } from '../../../lib/lifecycle/routes/table';
import { Hook } from '../../../lib/lifecycle/values/hook';
import { planShutdown, Shutdown, shutdownConflicts } from '../../../lib/lifecycle/values/shutdown';

const seconds = (max: number) => fc.nat(max).map((value) => ({ value, duration: Duration.seconds(value) }));

test('for all routes, drains and margins: preStop >= withdrawal and grace >= preStop + drain + margin', () => {
  const routes = fc.oneof(
    fc.constantFrom(...ROUTE_NAMES).map((name) => namedRoute(name)),
    fc.nat(300).map((lag) => measuredRoute({ withdrawal: lag })),
  );
  fc.assert(
    fc.property(routes, seconds(900), seconds(120), (route, drain, margin) => {
      const plan = planStop(
        { drainsWithin: drain.duration, shutdown: Shutdown.of({ margin: margin.duration }) },
        { component: 'service', route },
      );
      expect(plan.preStopSeconds).toBeGreaterThanOrEqual(route.withdrawalLag.toSeconds());
      expect(plan.gracePeriodSeconds).toBeGreaterThanOrEqual(plan.preStopSeconds + drain.value + margin.value);
      expect(shutdownConflicts(plan)).toEqual([]);
    }),
  );
});

const plan = (shutdown: Shutdown) =>
  planShutdown({
    shutdown,
    defaultPreStop: undefined,
    drainSeconds: undefined,
    defaultDrainSeconds: 30,
    gracePeriodAtLeast: 60,
  });

test('the length of a sleep is read, that of a command is said or taken for 10 s', () => {
  const exec = Hook.exec(['/drain']);
  expect(plan(Shutdown.of({ preStop: Hook.sleep(Duration.seconds(25)) })).preStopSeconds).toBe(25);
  expect(plan(Shutdown.of({ preStop: exec, preStopTakes: Duration.seconds(45) }))).toMatchObject({
    preStopSeconds: 45,
    gracePeriodSeconds: 85,
  });
  expect(plan(Shutdown.of({ preStop: exec })).preStopSeconds).toBe(10);
  expect(plan(Shutdown.of({})).preStopSeconds).toBe(0);
});

test('a grace period that cannot hold what it must is told with every number', () => {
  const sleep = Hook.sleep(Duration.seconds(10));
  expect(shutdownConflicts(plan(Shutdown.of({ preStop: sleep, gracePeriod: Duration.seconds(10) })))).toEqual([
    "'preStop' (10s) takes the whole 'gracePeriod' (10s), so the app is killed 2s after SIGTERM: raise 'gracePeriod' to 40s or more, or leave it out",
  ]);
  expect(shutdownConflicts(plan(Shutdown.of({ preStop: sleep, gracePeriod: Duration.seconds(39) })))).toEqual([
    "'preStop' (10s) and 'drain' (30s) do not fit into 'gracePeriod' (39s): raise it to 40s or more, or leave it out",
  ]);
  expect(shutdownConflicts(plan(Shutdown.of({ preStop: sleep, gracePeriod: Duration.seconds(40) })))).toEqual([]);
});

test('a grace period of nothing is refused', () => {
  expect(() => Shutdown.of({ gracePeriod: Duration.seconds(0) })).toThrow(
    "'gracePeriod' (0) must be a whole number, 1 or more",
  );
});
