import { measuredRoute, namedRoute, parseRoute, typicalShareOf } from '../../../lib/lifecycle/routes/route';
import { ROUTE_NAMES, ROUTES } from '../../../lib/lifecycle/routes/table';
import { RouteTargets } from '../../../lib/lifecycle/routes/targets';

test('an unknown route names the known ones, and how one of your own is written', () => {
  expect(() => parseRoute('ingress-ngin')).toThrow(
    /^unknown traffic route 'ingress-ngin'; write one of cluster-ip, .*ingress-nginx.* custom\(withdrawal=Ns.*targets=pods\|nodes\|kube-proxy\|proxy/,
  );
  expect(() => parseRoute('custom(withdrawal=1s, preStop=1s, registration=1s, targets=moon)')).toThrow('unknown');
});

test('every fact of the table is the one that a route hands out', () => {
  for (const name of ROUTE_NAMES) {
    const route = namedRoute(name);
    const { withdrawal, registration, preStop, targets, typicalShare } = ROUTES[name];
    expect([route.withdrawalLag, route.registrationLag, route.preStop].map((lag) => lag.toSeconds())).toEqual([
      withdrawal,
      registration,
      preStop,
    ]);
    expect(route.targets).toBe(targets);
    expect(typicalShareOf(route)).toBe(typicalShare);
  }
});

test('a measured route that sends to nodes learns as slowly as their health check, any other as fast as most', () => {
  const share = (targets: RouteTargets) => typicalShareOf(measuredRoute({ withdrawal: 10, targets }));
  expect(share(RouteTargets.NODES)).toBe(ROUTES['node-health-check'].typicalShare);
  expect(share(RouteTargets.PODS)).toBe(ROUTES['alb-ip'].typicalShare);
  expect(share(RouteTargets.KUBE_PROXY)).toBe(ROUTES['cluster-ip'].typicalShare);
});
