import { ManifestSet, type SetObject } from '../../lib/kubernetes/set/manifest-set';
import type { Manifest } from '../../lib/kubernetes/views/manifest';
import { surgeRoomOf } from '../../lib/workloads/surge-room';
import { workload } from '../rules/support';

const LIST = 'requiredDuringSchedulingIgnoredDuringExecution';
const own = { matchLabels: { app: 'web' } };
const quota = (hard: object, spec: object = {}): Manifest =>
  JSON.parse(
    JSON.stringify({ apiVersion: 'v1', kind: 'ResourceQuota', metadata: { name: 'team' }, spec: { hard, ...spec } }),
  );
const room = (objects: readonly Manifest[]) => {
  const set = ManifestSet.of(objects);
  return surgeRoomOf(set, set.objects[0] as SetObject);
};
const apart = (term: object) =>
  room([workload({ pod: { affinity: { podAntiAffinity: { [LIST]: [term] } } } as never })]).apart?.domain;

test.each([
  ['its own labels by hostname', { topologyKey: 'kubernetes.io/hostname', labelSelector: own }, 'node'],
  ['its own labels by zone', { topologyKey: 'topology.kubernetes.io/zone', labelSelector: own }, 'zone'],
  ['other pods', { topologyKey: 'kubernetes.io/hostname', labelSelector: { matchLabels: { app: 'db' } } }, undefined],
  [
    'pods of one version',
    { topologyKey: 'kubernetes.io/hostname', labelSelector: own, matchLabelKeys: ['pod-template-hash'] },
    undefined,
  ],
  [
    'pods of another namespace',
    { topologyKey: 'kubernetes.io/hostname', labelSelector: own, namespaces: ['else'] },
    undefined,
  ],
])('a required anti-affinity to %s', (_, term, domain) => {
  expect(apart(term)).toBe(domain);
});

test('an extended resource is a device, CPU and huge pages are none', () => {
  const device = (limits: object) =>
    room([workload({ container: { resources: { limits } } as never })]).device?.resource;
  expect(device({ cpu: 1, 'nvidia.com/gpu': 1 })).toBe('nvidia.com/gpu');
  expect(device({ cpu: 1, memory: '1Gi', 'hugepages-2Mi': '4Mi' })).toBeUndefined();
});

test('a quota that the pods of the set fill has no room for one more', () => {
  const web = workload({
    spec: { replicas: 3 },
    container: { resources: { requests: { cpu: '500m' }, limits: { memory: '1Gi' } } } as never,
  });
  const full = (hard: object, spec?: object) => room([web, quota(hard, spec)]).quota;
  expect(full({ pods: '3' })).toMatchObject({ name: 'team', resource: 'pods', hard: '3', used: '3', needed: '1' });
  expect(full({ pods: '4' })).toBeUndefined();
  expect(full({ 'requests.cpu': '1900m' })).toMatchObject({ hard: '1.9', used: '1.5', needed: '0.5' });
  expect(full({ 'limits.memory': '3Gi' })).toMatchObject({ hard: '3Gi', used: '3Gi', needed: '1Gi' });
  expect(full({ 'requests.memory': '4Gi', services: '1', 'requests.storage': '1Gi' })).toBeUndefined();
  expect(full({ pods: '3' }, { scopes: ['Terminating'] })).toBeUndefined();
});

test('other workloads of the namespace count, Jobs do not', () => {
  const web = workload({ spec: { replicas: 2 } });
  const other = workload({ name: 'api', spec: { replicas: 1 } } as never);
  expect(room([web, other, quota({ pods: '3' })]).quota).toMatchObject({ used: '3' });
  expect(room([web, quota({ pods: '3' })]).quota).toBeUndefined();
});
