import { classicProxies } from '../../lib/workloads/classic-proxies';
import { hasNoShell, needsShell } from '../../lib/workloads/shell-less-images';
import { workload } from '../rules/support';
import { first } from './facts';

test.each([
  ['gcr.io/distroless/static-debian12:nonroot', true],
  ['registry.example.com/web-distroless:1.0', true],
  ['registry.example.com/web:1.0-distroless', true],
  ['registry.k8s.io/pause:3.9', true],
  ['cgr.dev/chainguard/static:1', true],
  ['registry.example.com/web:scratch', true],
  ['gcr.io/distroless/static-debian12:debug', false],
  ['cgr.dev/chainguard/static:latest-dev', false],
  ['registry.example.com/distrolessness:1.0', false],
  ['registry.example.com/pauses:1.0', false],
  ['docker.io/library/alpine:3.20', false],
  ['Not an image', false],
  [undefined, false],
])('that %s holds no shell: %s', (image, expected) => {
  expect(hasNoShell(image)).toBe(expected);
});

test('a shell, and what comes along with one, needs it', () => {
  expect(needsShell(['sh', '-c', 'true'])).toBe(true);
  expect(needsShell(['/bin/sleep', '10'])).toBe(true);
  expect(needsShell(['/app', 'sleep'])).toBe(false);
  expect(needsShell([])).toBe(false);
});

const proxies = (...containers: object[]) =>
  classicProxies(first(workload({ pod: { containers } as never })).object.workload.template).map(({ name }) => name);
const app = { name: 'web', image: 'registry.example.com/web:1.0.0' };

test('a proxy is known by the name that its maker gives it, or by its image', () => {
  expect(proxies(app, { name: 'istio-proxy', image: 'registry.example.com/own:1' })).toEqual(['istio-proxy']);
  expect(proxies(app, { name: 'kube-rbac-proxy-main', image: 'a:1' })).toEqual(['kube-rbac-proxy-main']);
  expect(proxies(app, { name: 'p', image: 'docker.io/envoyproxy/envoy:v1.31.2' })).toEqual(['p']);
  expect(proxies(app, { name: 'db', image: 'gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.13.0' })).toEqual(['db']);
  expect(proxies(app, { name: 'my-envoy', image: 'registry.example.com/notenvoyproxy/envoys:1' })).toEqual([]);
  expect(proxies(app, { name: 'bad', image: 'Not an image' })).toEqual([]);
});

test('a pod that is a proxy and nothing else has none', () => {
  expect(proxies({ name: 'envoy', image: 'docker.io/envoyproxy/envoy:v1.31.2' })).toEqual([]);
});
