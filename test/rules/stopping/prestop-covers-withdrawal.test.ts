import { TrafficRoute } from '../../../lib';
import { count, messages, preStop, service, sleeps, workload } from '../support';

const RULE = 'prestop-covers-withdrawal';
const ingress = (className: string) => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: { name: 'web' },
  spec: { ingressClassName: className, defaultBackend: { service: { name: 'web', port: { number: 80 } } } },
});

test('5 s cover the cluster, 8 s ingress-nginx', () => {
  expect(count(RULE, [service(), workload({ container: sleeps(5) })])).toBe(0);
  expect(count(RULE, [service(), workload({ container: sleeps(4) })])).toBe(1);
  expect(count(RULE, [service(), ingress('nginx'), workload({ container: sleeps(7) })])).toBe(1);
  expect(count(RULE, [service(), ingress('nginx'), workload({ container: sleeps(8) })])).toBe(0);
});

test('the sleep is read out of an exec', () => {
  const container = preStop('sh', '-c', 'sleep 5 && nginx -s quit');
  expect(count(RULE, [service(), workload({ container })])).toBe(0);
  expect(messages(RULE, [service(), ingress('nginx'), workload({ container })])).toEqual([
    'container "web" sleeps 5s in preStop, and the route ingress-nginx goes on sending requests for up to 8s',
  ]);
});

test('a hook whose length cannot be read is not judged, and none is the business of another rule', () => {
  expect(count(RULE, [service(), workload({ container: preStop('nginx', '-s', 'quit') })])).toBe(0);
  expect(count(RULE, [service(), workload({ container: preStop('powershell', 'Start-Sleep 1') })])).toBe(0);
  expect(count(RULE, [service(), workload()])).toBe(0);
});

test('the route of the annotation wins over that of the platform, and that over the set', () => {
  const declared = workload({ container: sleeps(10), annotations: { 'cdk8s-lifecycle/route': 'cluster-ip' } });
  expect(count(RULE, [service(), ingress('alb'), declared], { route: TrafficRoute.nlbIp() })).toBe(0);
  const open = workload({ container: sleeps(10) });
  expect(count(RULE, [service(), open], { route: TrafficRoute.nlbIp() })).toBe(1);
  expect(count(RULE, [service(), ingress('alb'), open], { route: TrafficRoute.clusterIp() })).toBe(0);
});
