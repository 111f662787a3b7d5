import { admitUpdate } from '../../lib/admission';
import { KubernetesVersion } from '../../lib/kubernetes/versions/kubernetes-version';
import type { JsonObject } from '../../lib/kubernetes/views/json';

function pathsOf(
  kind: string,
  apiVersion: string,
  old: JsonObject,
  spec: JsonObject,
  version = '1.37',
): readonly string[] {
  const object = (of: JsonObject) => ({ apiVersion, kind, metadata: { name: 'web' }, spec: of });
  return admitUpdate(object(old), object(spec), KubernetesVersion.of(version)).map(({ path }) => path);
}

const ports = [{ port: 80 }];

test.each<[string, JsonObject, JsonObject, readonly string[]]>([
  [
    'keeps its primary family',
    { ports, ipFamilies: ['IPv4'] },
    { ports, ipFamilies: ['IPv6'] },
    ['spec.clusterIPs[0]'],
  ],
  [
    'gives its second family back with SingleStack only',
    { ports, ipFamilyPolicy: 'PreferDualStack', ipFamilies: ['IPv4', 'IPv6'] },
    { ports, ipFamilyPolicy: 'PreferDualStack', ipFamilies: ['IPv4'] },
    ['spec.ipFamilyPolicy'],
  ],
  [
    'gives its second family back',
    { ports, ipFamilyPolicy: 'PreferDualStack', ipFamilies: ['IPv4', 'IPv6'] },
    { ports, ipFamilyPolicy: 'SingleStack', ipFamilies: ['IPv4'] },
    [],
  ],
  [
    'gives its second family back where only the policy says so',
    { ports, ipFamilyPolicy: 'PreferDualStack', ipFamilies: ['IPv4', 'IPv6'] },
    { ports, ipFamilyPolicy: 'SingleStack', ipFamilies: ['IPv4', 'IPv6'] },
    [],
  ],
  ['stays headless where clusterIP is left out', { ports, clusterIP: 'None' }, {}, []],
  ['does not become headless', { ports }, { ports, clusterIP: 'None' }, ['spec.clusterIPs[0]']],
])('a Service %s', (_, old, spec, paths) => {
  expect(pathsOf('Service', 'v1', old, spec)).toEqual(paths);
});

const claim = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '10Gi' } } };
const snapshot = { apiGroup: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshot', name: 'data' };

test('a claim keeps the dataSourceRef that was filled in for its dataSource', () => {
  expect(pathsOf('PersistentVolumeClaim', 'v1', { ...claim, dataSource: snapshot }, claim)).toEqual([]);
});

test('a claim cannot be given another dataSource', () => {
  const spec = { ...claim, dataSource: { ...snapshot, name: 'other' } };
  expect(pathsOf('PersistentVolumeClaim', 'v1', { ...claim, dataSource: snapshot }, spec)).toContain('spec');
});

const stateful = {
  serviceName: 'web',
  selector: { matchLabels: { app: 'web' } },
  template: { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'web', image: 'web:1' }] } },
};

test.each([
  ['1.32', ['spec']],
  ['1.33', []],
])('revisionHistoryLimit of a StatefulSet can be changed from 1.33 on: %s', (version, paths) => {
  const spec = { ...stateful, revisionHistoryLimit: 3 };
  expect(pathsOf('StatefulSet', 'apps/v1', stateful, spec, version)).toEqual(paths);
});

test('a status that is empty is no change of a claim template', () => {
  const template = { metadata: { name: 'data' }, spec: claim };
  const [old, spec] = [[template], [{ ...template, status: {} }]].map((volumeClaimTemplates) => ({
    ...stateful,
    volumeClaimTemplates,
  }));
  expect(pathsOf('StatefulSet', 'apps/v1', old as JsonObject, spec as JsonObject)).toEqual([]);
});

const job = {
  template: {
    spec: { containers: [{ name: 'web', image: 'web:1' }], restartPolicy: 'Never', serviceAccountName: 'web' },
  },
};

test.each<[string, JsonObject, readonly string[]]>([
  ['keeps its generated selector where manualSelector is added', { ...job, manualSelector: true }, []],
  [
    'has one service account, by either name',
    { template: { spec: { ...job.template.spec, serviceAccount: 'other' } } },
    [],
  ],
  [
    'keeps the replacement policy that was filled in, which a failure policy does not go with',
    { ...job, podFailurePolicy: { rules: [] } },
    ['spec.podReplacementPolicy', 'spec.podFailurePolicy'],
  ],
])('a Job %s', (_, spec, paths) => {
  expect([...pathsOf('Job', 'batch/v1', job, spec)].sort()).toEqual([...paths].sort());
});

test('a claim with a source keeps the namespace of a reference, and is refused for it', () => {
  const old = { ...claim, dataSource: snapshot };
  expect(
    pathsOf('PersistentVolumeClaim', 'v1', old, { ...old, dataSourceRef: { ...snapshot, namespace: 'other' } }),
  ).toContain('spec');
});
