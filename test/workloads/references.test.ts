import { workloadOf } from '../../lib/kubernetes/views/workload';
import { referencesOf } from '../../lib/workloads/references';

const spec = {
  serviceAccountName: 'web',
  imagePullSecrets: [{ name: 'registry' }],
  initContainers: [{ name: 'migrate', envFrom: [{ secretRef: { name: 'admin' } }] }],
  containers: [
    {
      name: 'web',
      env: [
        { name: 'MODE', valueFrom: { configMapKeyRef: { name: 'settings', key: 'mode' } } },
        { name: 'TOKEN', valueFrom: { secretKeyRef: { name: 'token', key: 't', optional: true } } },
      ],
      envFrom: [{ configMapRef: { name: 'flags' } }],
    },
  ],
  volumes: [
    { name: 'a', configMap: { name: 'files' } },
    { name: 'b', secret: { secretName: 'tls' } },
    { name: 'c', persistentVolumeClaim: { claimName: 'data' } },
    { name: 'd', projected: { sources: [{ configMap: { name: 'ca' } }, { secret: { name: 'key' } }] } },
  ],
};

test('everything a pod cannot start without is found, with what it is for and where it is named', () => {
  const workload = workloadOf({ apiVersion: 'apps/v1', kind: 'Deployment', spec: { template: { spec } } });
  if (workload === undefined) throw new Error('the manifest is a workload');
  const found = [...referencesOf(workload.template)].map(
    ({ kind, name, use, container }) => `${kind} ${name}: ${use}${container === undefined ? '' : ` of ${container}`}`,
  );
  expect(found.sort()).toEqual([
    'ConfigMap ca: volume',
    'ConfigMap files: volume',
    'ConfigMap flags: environment of web',
    'ConfigMap settings: environment of web',
    'PersistentVolumeClaim data: volume',
    'Secret admin: environment of migrate',
    'Secret key: volume',
    'Secret registry: pull',
    'Secret tls: volume',
    'ServiceAccount web: account',
  ]);
  const at = 'spec.template.spec';
  const env = `${at}.containers[0].env[0].valueFrom.configMapKeyRef.name`;
  expect([...referencesOf(workload.template)].map(({ path }) => path).sort()).toEqual([
    `${at}.containers[0].envFrom[0].configMapRef.name`,
    env,
    `${at}.imagePullSecrets[0].name`,
    `${at}.initContainers[0].envFrom[0].secretRef.name`,
    `${at}.serviceAccountName`,
    `${at}.volumes[0].configMap.name`,
    `${at}.volumes[1].secret.secretName`,
    `${at}.volumes[2].persistentVolumeClaim.claimName`,
    `${at}.volumes[3].projected.sources[0].configMap.name`,
    `${at}.volumes[3].projected.sources[1].secret.name`,
  ]);
});

test('a Secret that one variable needs is one, with its key where it is named', () => {
  const container = { name: 'web', env: [{ name: 'TOKEN', valueFrom: { secretKeyRef: { name: 'token', key: 't' } } }] };
  const template = { spec: { containers: [container] } };
  const workload = workloadOf({ apiVersion: 'apps/v1', kind: 'Deployment', spec: { template } });
  expect(workload && [...referencesOf(workload.template)]).toEqual([
    {
      kind: 'Secret',
      name: 'token',
      use: 'environment',
      path: 'spec.template.spec.containers[0].env[0].valueFrom.secretKeyRef.name',
      container: 'web',
    },
  ]);
});
