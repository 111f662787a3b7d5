import { ManifestSet, type SetObject } from '../../lib/kubernetes/set/manifest-set';
import { meshProxyOf } from '../../lib/workloads/mesh-proxy';
import { workload } from '../rules/support';

const proxy = (annotations: object, labels: object = {}, namespace: object = {}) => {
  const manifest = workload();
  const template = (manifest.spec as { template: { metadata: { labels: object } } }).template;
  Object.assign(template.metadata, { annotations, labels: { ...template.metadata.labels, ...labels } });
  const around = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', ...namespace } };
  const set = ManifestSet.of(
    JSON.parse(JSON.stringify([{ ...manifest, metadata: { name: 'web', namespace: 'shop' } }, around])),
  );
  return meshProxyOf(set, set.objects[0] as SetObject);
};
const linkerd = { 'linkerd.io/inject': 'enabled' };
const injected = { 'sidecar.istio.io/inject': 'true' };
const OUTLIVES = Number.POSITIVE_INFINITY;

test('a pod that no mesh injects has none', () => {
  expect(proxy({})).toBeUndefined();
  expect(proxy({ 'linkerd.io/inject': 'disabled' })).toBeUndefined();
});

test.each([
  [{}, undefined],
  [{ 'config.alpha.linkerd.io/proxy-wait-before-exit-seconds': '40' }, 40],
  [{ 'config.beta.linkerd.io/proxy-wait-before-exit-seconds': '40' }, 40],
  [{ 'config.beta.linkerd.io/proxy-enable-native-sidecar': 'true' }, OUTLIVES],
])('linkerd-proxy under %j ends after %s', (annotations, ends) => {
  expect(proxy({ ...linkerd, ...annotations })).toMatchObject({ mesh: 'linkerd', name: 'linkerd-proxy', ends });
});

test('what a Namespace says holds for its pods', () => {
  const annotations = { ...linkerd, 'config.alpha.linkerd.io/proxy-wait-before-exit-seconds': '30' };
  expect(proxy({}, {}, { annotations })).toMatchObject({ ends: 30 });
});

test.each([
  [{}, {}, undefined],
  [{ 'proxy.istio.io/config': '{"terminationDrainDuration": "5s"}' }, {}, 5],
  [{ 'proxy.istio.io/config': 'terminationDrainDuration: 1m\n' }, {}, 60],
  [{ 'proxy.istio.io/config': 'proxyMetadata:\n  EXIT_ON_ZERO_ACTIVE_CONNECTIONS: "true"\n' }, {}, OUTLIVES],
  [{ 'sidecar.istio.io/nativeSidecar': 'true' }, {}, OUTLIVES],
  [{}, { 'istio.io/rev': '1-27-1' }, OUTLIVES],
  [{}, { 'istio.io/rev': '1-26-4' }, undefined],
  [{}, { 'istio.io/rev': 'stable' }, undefined],
  [{ 'sidecar.istio.io/proxyImage': 'docker.io/istio/proxyv2:1.28.0' }, {}, OUTLIVES],
  [{ 'sidecar.istio.io/nativeSidecar': 'false' }, { 'istio.io/rev': '1-27-1' }, undefined],
])('istio-proxy under %j and %j ends after %s', (annotations, labels, ends) => {
  expect(proxy(annotations, { ...injected, ...labels })).toMatchObject({ mesh: 'istio', ends });
});
