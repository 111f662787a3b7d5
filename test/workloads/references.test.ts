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
  const [claim] = [...referencesOf(workload.template)].filter(({ name }) => name === 'data');
  expect(claim?.path).toBe('spec.template.spec.volumes[2].persistentVolumeClaim.claimName');
});
