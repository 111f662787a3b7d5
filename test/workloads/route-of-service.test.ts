import type { SetObject } from '../../lib/kubernetes/set/manifest-set';
import { ManifestSet } from '../../lib/kubernetes/set/manifest-set';
import { serviceRouteOf } from '../../lib/workloads/route-of-service';
import { service } from '../rules/support';

const NO_GATES = { aws: false, google: false };

function routeOf(spec: object, annotations: Record<string, string> = {}, gates = NO_GATES) {
  const written = { ...service(spec as never), metadata: { name: 'web', annotations } };
  const [object] = ManifestSet.of([written]).objects;
  return serviceRouteOf(object as SetObject, gates)?.toString();
}

const AWS = 'service.beta.kubernetes.io/aws-load-balancer-';
const AZURE = 'service.beta.kubernetes.io/azure-load-balancer-health-probe-';
const BALANCER = { type: 'LoadBalancer' };
const LOCAL = { ...BALANCER, externalTrafficPolicy: 'Local' };
const measured = (lag: number) =>
  `custom(withdrawal=${lag}s, preStop=${lag + 5}s, registration=${lag}s, targets=nodes)`;

test('only a Service of type LoadBalancer opens a route of its own', () => {
  expect(routeOf({})).toBeUndefined();
  expect(routeOf({ type: 'NodePort' })).toBeUndefined();
  expect(routeOf(BALANCER)).toBe('cluster-ip');
});

test('a Network Load Balancer sends to pods by annotation or by class, and a gate holds the pods back', () => {
  expect(routeOf(BALANCER, { [`${AWS}nlb-target-type`]: 'ip' })).toBe('nlb-ip');
  expect(routeOf(BALANCER, { [`${AWS}type`]: 'nlb-ip' })).toBe('nlb-ip');
  expect(routeOf({ ...BALANCER, loadBalancerClass: 'service.k8s.aws/nlb' })).toBe('nlb-ip');
  expect(routeOf({ ...BALANCER, loadBalancerClass: 'eks.amazonaws.com/nlb' })).toBe('nlb-ip');
  expect(routeOf({ ...BALANCER, loadBalancerClass: 'example.com/other' })).toBe('cluster-ip');
  const instance = { [`${AWS}nlb-target-type`]: 'instance' };
  expect(routeOf({ ...BALANCER, loadBalancerClass: 'service.k8s.aws/nlb' }, instance)).toBe('cluster-ip');
  const gated = { aws: true, google: false };
  expect(routeOf(BALANCER, { [`${AWS}nlb-target-type`]: 'ip' }, gated)).toBe('nlb-ip+readiness-gate');
  expect(routeOf({ ...BALANCER, loadBalancerClass: 'service.k8s.aws/nlb' }, {}, gated)).toBe('nlb-ip+readiness-gate');
});

test('a network endpoint group of its own is one whatever the type, with its gate', () => {
  const neg = (text: string) => ({ 'cloud.google.com/neg': text });
  expect(routeOf({}, neg('{"exposed_ports": {"80":{}}}'))).toBe('gce-neg');
  expect(routeOf({}, neg('{"exposed_ports" : { "80":{}}}'))).toBe('gce-neg');
  expect(routeOf({}, neg('{"exposed_ports":{}}'))).toBeUndefined();
  expect(routeOf({}, neg('{"ingress":true}'))).toBeUndefined();
  expect(routeOf({}, neg('{"exposed_ports":{"80":{}}}'), { aws: false, google: true })).toBe('gce-neg+readiness-gate');
});

test('under externalTrafficPolicy Local the health check of nodes counts, with its numbers where they are written', () => {
  expect(routeOf(LOCAL)).toBe('node-health-check');
  expect(routeOf(LOCAL, { [`${AWS}healthcheck-interval`]: '20' })).toBe(measured(60));
  expect(routeOf(LOCAL, { [`${AWS}healthcheck-unhealthy-threshold`]: '2' })).toBe(measured(20));
  expect(routeOf(LOCAL, { [`${AZURE}interval`]: '5', [`${AZURE}num-of-probe`]: '2' })).toBe(measured(10));
  expect(routeOf(LOCAL, { [`${AZURE}num-of-probe`]: '12' })).toBe(measured(120));
});

test.each(['0', '05', 'x5', '5s', '-5', '123456', ''])('an interval of %j is none', (interval) => {
  expect(routeOf(LOCAL, { [`${AWS}healthcheck-interval`]: interval })).toBe('node-health-check');
});
