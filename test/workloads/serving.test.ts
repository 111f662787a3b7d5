import { ManifestSet } from '../../lib/kubernetes/set/manifest-set';
import type { Manifest } from '../../lib/kubernetes/views/manifest';
import { servingOf } from '../../lib/workloads/serving';

const workload = (containers: object[], kind = 'Deployment', annotations = {}): Manifest =>
  ({
    apiVersion: kind === 'Job' ? 'batch/v1' : 'apps/v1',
    kind,
    metadata: { name: 'a', annotations },
    spec: { template: { metadata: { labels: { app: 'a' } }, spec: { containers } } },
  }) as never;
const service = (...ports: object[]): Manifest =>
  ({ apiVersion: 'v1', kind: 'Service', metadata: { name: 's' }, spec: { selector: { app: 'a' }, ports } }) as never;
const serving = (...manifests: Manifest[]) => {
  const set = ManifestSet.of(manifests);
  const [object] = set.objects;
  const found = object && servingOf(set, object);
  return found && [found.container.name, ...found.ports];
};
const web = {
  name: 'web',
  ports: [
    { name: 'http', containerPort: 8080 },
    { name: 'metrics', containerPort: 9090 },
  ],
};

test('the container that declares the target port serves, by number or by name', () => {
  expect(serving(workload([{ name: 'side' }, web]), service({ port: 80, targetPort: 'http' }))).toEqual(['web', 8080]);
  expect(serving(workload([{ name: 'side' }, web]), service({ port: 80, targetPort: 8080 }))).toEqual(['web', 8080]);
});

test('else the one whose probes ask that port, else the first that is no sidecar', () => {
  const probed = { name: 'probed', readinessProbe: { tcpSocket: { port: 8080 } } };
  expect(serving(workload([{ name: 'first' }, probed]), service({ port: 8080 }))).toEqual(['probed', 8080]);
  expect(serving(workload([{ name: 'istio-proxy' }, { name: 'app' }]), service({ port: 8080 }))?.[0]).toBe('app');
});

test('a Service for metrics alone makes nothing served', () => {
  expect(serving(workload([web]), service({ name: 'metrics', port: 9090 }))).toBeUndefined();
  expect(serving(workload([web]), service({ port: 9090 }))).toBeUndefined();
  expect(serving(workload([web]), service({ name: 'x', port: 1, targetPort: 'metrics' }))).toBeUndefined();
});

test('where the set holds no Service, a Deployment that declares ports is served, and a DaemonSet is not', () => {
  expect(serving(workload([web]))?.[0]).toBe('web');
  expect(serving(workload([{ name: 'quiet' }]))).toBeUndefined();
  expect(serving(workload([web], 'DaemonSet'))).toBeUndefined();
});

test('jobs never are, nor what says that it is not', () => {
  expect(serving(workload([web], 'Job'), service({ port: 8080 }))).toBeUndefined();
  expect(
    serving(workload([web], 'Deployment', { 'cdk8s-lifecycle/served': 'false' }), service({ port: 8080 })),
  ).toBeUndefined();
});
