import { ManifestSet, type SetObject } from '../../lib/kubernetes/set/manifest-set';
import type { Manifest } from '../../lib/kubernetes/views/manifest';
import { longestRequestOf } from '../../lib/workloads/longest-request';
import { service, workload } from '../rules/support';

const plain = (value: object) => JSON.parse(JSON.stringify(value)) as Manifest;
const longest = (container: object, more: { pod?: object; annotations?: object; objects?: readonly object[] } = {}) => {
  const { pod, annotations, objects = [] } = more;
  const web = workload({ container: container as never, pod: pod as never, annotations: annotations as never });
  const set = ManifestSet.of([web, service(), ...objects.map(plain)]);
  const object = set.objects[0] as SetObject;
  const [first] = object.workload?.template.containers ?? [];
  return first && longestRequestOf(set, object, first);
};
const env = (name: string, value: string) => ({ env: [{ name, value }] });

test.each([
  [{ command: ['gunicorn'], args: ['app', '--graceful-timeout=120'] }, 120],
  [{ command: ['sh', '-c', 'exec gunicorn app --graceful-timeout 90'] }, 90],
  [env('GUNICORN_CMD_ARGS', '--graceful-timeout=75 --workers 4'), 75],
  [{ args: ['uvicorn', 'app:app', '--timeout-graceful-shutdown', '45'] }, 45],
  [{ args: ['hypercorn', 'app', '--graceful-timeout', '50'] }, 50],
  [{ args: ['--spring.lifecycle.timeout-per-shutdown-phase=2m'] }, 120],
  [env('SPRING_LIFECYCLE_TIMEOUT_PER_SHUTDOWN_PHASE', '45s'), 45],
  [env('SPRING_LIFECYCLE_TIMEOUTPERSHUTDOWNPHASE', 'PT1M30S'), 90],
  [env('SPRING_LIFECYCLE_TIMEOUT_PER_SHUTDOWN_PHASE', '45000'), 45],
  [env('JAVA_TOOL_OPTIONS', '-Xmx1g -Dspring.lifecycle.timeout-per-shutdown-phase=40s'), 40],
  [{ args: ['nginx', '-g', 'daemon off; worker_shutdown_timeout 120s;'] }, 120],
  [{ args: ['envoy', '-c', '/etc/envoy.yaml', '--drain-time-s', '300'] }, 300],
  [env('PUMA_FORCE_SHUTDOWN_AFTER', '60'), 60],
  [env('GRACEFUL_SHUTDOWN_TIMEOUT', '90s'), 90],
  [env('SHUTDOWN_TIMEOUT_MS', '45000'), 45],
  [env('TERMINUS_TIMEOUT', '60000'), 60],
  [env('ASPNETCORE_SHUTDOWNTIMEOUTSECONDS', '100'), 100],
])('%j is told to finish its requests within %s s', (container, seconds) => {
  expect(longest(container)).toMatchObject({ by: 'server', seconds });
});

test.each([
  { command: ['gunicorn', 'app'] },
  { args: ['--graceful-timeout=120'] },
  env('SHUTDOWN_TIMEOUT', 'off'),
  env('SHUTDOWN_TIMEOUT', '0'),
  env('REQUEST_TIMEOUT', '60'),
])('%j says nothing', (container) => {
  expect(longest(container)).toBeUndefined();
});

test.each([
  ['application.yaml', 'spring:\n  lifecycle:\n    timeout-per-shutdown-phase: 65s\n', 65],
  ['application.properties', 'spring.lifecycle.timeout-per-shutdown-phase=65s\n', 65],
  ['gunicorn.conf.py', 'workers = 4\ngraceful_timeout = 80\n', 80],
  ['puma.rb', 'workers 2\nforce_shutdown_after 70\n', 70],
  ['nginx.conf', 'worker_processes auto;\nworker_shutdown_timeout 110s;\n', 110],
  ['www.conf', '[global]\nprocess_control_timeout = 55s\n', 55],
])('%s of a config map that the pod mounts', (key, text, seconds) => {
  const map = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' }, data: { [key]: text } };
  const pod = { volumes: [{ name: 'settings', configMap: { name: 'settings' } }] };
  expect(longest({}, { pod, objects: [map] })).toMatchObject({ by: 'server', seconds });
  expect(longest({}, { objects: [map] })).toBeUndefined();
});

test('variables of a config map, whole or by key, and the config map of ingress-nginx', () => {
  const data = { SHUTDOWN_TIMEOUT: '70s', phase: '71s', 'worker-shutdown-timeout': '72s' };
  const objects = [{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' }, data }];
  const seconds = (container: object) => longest(container, { objects })?.seconds;
  expect(seconds({ envFrom: [{ configMapRef: { name: 'settings' } }] })).toBe(70);
  const valueFrom = { configMapKeyRef: { name: 'settings', key: 'phase' } };
  expect(seconds({ env: [{ name: 'DRAIN_TIMEOUT', valueFrom }] })).toBe(71);
  expect(seconds({ args: ['--configmap=$(POD_NAMESPACE)/settings'] })).toBe(72);
});

test('the arguments of one server say nothing about a flag of another', () => {
  const { env: variables } = env('GUNICORN_CMD_ARGS', '--workers 4');
  expect(longest({ args: ['proxy', '--drain-time-s', '300'], env: variables })).toBeUndefined();
});

const backend = { service: { name: 'web', port: { number: 80 } } };
const ingress = (annotations: object) => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: { name: 'web', annotations },
  spec: { defaultBackend: backend },
});
const route = (timeouts: object) => ({
  apiVersion: 'gateway.networking.k8s.io/v1',
  kind: 'HTTPRoute',
  metadata: { name: 'web' },
  spec: { rules: [{ timeouts, backendRefs: [{ name: 'web', port: 80 }] }] },
});
const virtual = (host: string) => ({
  apiVersion: 'networking.istio.io/v1',
  kind: 'VirtualService',
  metadata: { name: 'web' },
  spec: { http: [{ timeout: '300s', route: [{ destination: { host } }] }] },
});

test.each([
  [ingress({ 'nginx.ingress.kubernetes.io/proxy-read-timeout': '3600' }), 3600],
  [ingress({ 'haproxy.org/timeout-server': '5m' }), 300],
  [route({ request: '2m' }), 120],
  [virtual('web'), 300],
  [virtual('web.default.svc.cluster.local'), undefined],
  [virtual('api'), undefined],
  [route({ request: '0s' }), undefined],
  [ingress({ 'nginx.ingress.kubernetes.io/proxy-connect-timeout': '600' }), undefined],
])('%j lets a request last %s s', (object, seconds) => {
  expect(longest({}, { objects: [object] })?.seconds).toBe(seconds);
});

test('an annotation comes before the server, the server before what stands in front of it', () => {
  const objects = [ingress({ 'nginx.ingress.kubernetes.io/proxy-read-timeout': '3600' })];
  expect(longest(env('SHUTDOWN_TIMEOUT', '40s'), { objects })?.seconds).toBe(40);
  const annotations = { 'cdk8s-lifecycle/drain-seconds': '20' };
  expect(longest(env('SHUTDOWN_TIMEOUT', '40s'), { objects, annotations })?.seconds).toBe(20);
});
