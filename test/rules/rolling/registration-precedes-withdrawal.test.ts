import { Duration } from 'cdk8s';
import { RouteTargets, TrafficRoute } from '../../../lib';
import { count, workload } from '../support';

const RULE = 'registration-precedes-withdrawal';
const fires = (route: TrafficRoute, spec: object = {}, pod: object = {}) =>
  count(RULE, [workload({ spec: spec as never, pod: pod as never })], { route });

test('minReadySeconds has to cover the registration lag of a balancer that sends to pods', () => {
  expect(fires(TrafficRoute.albIp())).toBe(1);
  expect(fires(TrafficRoute.albIp(), { minReadySeconds: 59 })).toBe(1);
  expect(fires(TrafficRoute.albIp(), { minReadySeconds: 60 })).toBe(0);
  expect(fires(TrafficRoute.nlbIp(), { minReadySeconds: 60 })).toBe(1);
});

test('each balancer that sends to pods counts, and no longer than its own lag', () => {
  for (const [route, lag] of [
    [TrafficRoute.azureApplicationGateway(), 40],
    [TrafficRoute.gceNeg(), 60],
    [TrafficRoute.nlbIp(), 180],
  ] as const) {
    expect(fires(route, { minReadySeconds: lag - 1 })).toBe(1);
    expect(fires(route, { minReadySeconds: lag })).toBe(0);
  }
});

test('routers in the cluster and balancers of nodes know no pods', () => {
  expect(fires(TrafficRoute.clusterIp())).toBe(0);
  expect(fires(TrafficRoute.ingressNginx())).toBe(0);
  expect(fires(TrafficRoute.albInstance())).toBe(0);
});

test('a custom route is one of a balancer where it says that it sends to pods', () => {
  const custom = (targets?: RouteTargets) =>
    TrafficRoute.custom({ withdrawalLag: Duration.seconds(20), registrationLag: Duration.seconds(40), targets });
  expect(fires(custom(RouteTargets.PODS))).toBe(1);
  expect(fires(custom(RouteTargets.PODS), { minReadySeconds: 40 })).toBe(0);
  for (const targets of [RouteTargets.NODES, RouteTargets.KUBE_PROXY, RouteTargets.PROXY, undefined]) {
    expect(fires(custom(targets))).toBe(0);
  }
});

test('a readiness gate, of the route or in the pod, holds the rollout back', () => {
  expect(fires(TrafficRoute.albIp({ readinessGate: true }))).toBe(0);
  expect(
    fires(TrafficRoute.albIp(), {}, { readinessGates: [{ conditionType: 'target-health.elbv2.k8s.aws/x' }] }),
  ).toBe(0);
});

test('what does not roll outruns nothing', () => {
  expect(fires(TrafficRoute.albIp(), { strategy: { type: 'Recreate' } })).toBe(0);
});
