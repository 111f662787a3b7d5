import type { Manifest } from '../../lib/kubernetes/views/manifest';
import { sidecarRouteOf } from '../../lib/workloads/route-of-sidecar';
import { workload } from '../rules/support';
import { first } from './facts';

interface Pod {
  readonly labels?: Record<string, string>;
  readonly annotations?: Record<string, string>;
  readonly spec?: Manifest;
}

const routeOf = ({ labels = {}, annotations, spec }: Pod, namespace?: object) => {
  const around = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', ...namespace } };
  const app = workload({
    namespace: 'shop',
    labels: { app: 'web', ...labels },
    podAnnotations: annotations,
    pod: spec,
  });
  const { set, object } = first(app, ...(namespace === undefined ? [] : [around]));
  return sidecarRouteOf(set, object)?.name;
};

test.each<[string, Pod, object | undefined, string | undefined]>([
  ['nothing', {}, undefined, undefined],
  ['a label of the pod', { labels: { 'sidecar.istio.io/inject': 'true' } }, undefined, 'istio'],
  ['an annotation of the pod', { annotations: { 'sidecar.istio.io/inject': 'true' } }, undefined, 'istio'],
  ['a revision on the pod', { labels: { 'istio.io/rev': 'stable' } }, undefined, 'istio'],
  ['the Namespace', {}, { labels: { 'istio-injection': 'enabled' } }, 'istio'],
  ['a revision on the Namespace', {}, { labels: { 'istio.io/rev': 'stable' } }, 'istio'],
  ['a Namespace that asks for none', {}, { labels: { 'istio-injection': 'disabled', 'istio.io/rev': 'a' } }, undefined],
  ['a Namespace without a word', {}, {}, undefined],
  [
    'a pod that wants none',
    { labels: { 'sidecar.istio.io/inject': 'false', 'istio.io/rev': 'a' } },
    { labels: { 'istio-injection': 'enabled' } },
    undefined,
  ],
  ['the network of the host', { labels: { 'istio.io/rev': 'a' }, spec: { hostNetwork: true } }, undefined, undefined],
  ['an annotation of Linkerd', { annotations: { 'linkerd.io/inject': 'enabled' } }, undefined, 'linkerd'],
  ['its ingress mode', { annotations: { 'linkerd.io/inject': 'ingress' } }, undefined, 'linkerd'],
  ['its annotation of the Namespace', {}, { annotations: { 'linkerd.io/inject': 'enabled' } }, 'linkerd'],
  [
    'a pod that Linkerd leaves alone',
    { annotations: { 'linkerd.io/inject': 'disabled' } },
    { annotations: { 'linkerd.io/inject': 'enabled' } },
    undefined,
  ],
  [
    'Linkerd and the network of the host',
    { annotations: { 'linkerd.io/inject': 'enabled' }, spec: { hostNetwork: true } },
    undefined,
    undefined,
  ],
])('%s', (_, pod, namespace, expected) => {
  expect(routeOf(pod, namespace)).toBe(expected);
});

test('a proxy that is written in the pod needs nobody to ask for it, as a container and as a native sidecar', () => {
  const proxy = (name: string) => ({ name, image: 'proxy:1' });
  const app = { name: 'web', image: 'web:1' };
  expect(routeOf({ spec: { containers: [app, proxy('istio-proxy')] } })).toBe('istio');
  expect(routeOf({ spec: { initContainers: [{ ...proxy('linkerd-proxy'), restartPolicy: 'Always' }] } })).toBe(
    'linkerd',
  );
  expect(routeOf({ spec: { initContainers: [proxy('linkerd-proxy')] } })).toBeUndefined();
});
