import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { propOf } from '../../../lib/diagnosis/telling/construct-prop';

const CONSTRUCTS = resolve(__dirname, '../../../lib/constructs');
const source = readdirSync(CONSTRUCTS, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join(CONSTRUCTS, file), 'utf8'))
  .join('\n');

test.each([
  ['spec.containers[name=web].resources.limits.memory', 'resources.memory'],
  ['spec.containers[name=web].resources.requests.cpu', 'resources.cpu'],
  ['spec.containers[name=web].image', 'image'],
  ['spec.containers[name=web].readinessProbe.httpGet.path', 'health.readiness'],
  ['spec.containers[name=web].lifecycle.postStart', 'postStart'],
  ['spec.containers[name=web].env[name=A].valueFrom.secretKeyRef.name', 'env'],
  ['spec.containers[name=web].env[name=A].valueFrom.configMapKeyRef.key', 'env'],
  ['spec.containers[name=web].envFrom[0].secretRef.name', 'envFrom'],
  ['spec.containers[name=web].envFrom[0].configMapRef.name', 'envFrom'],
  ['spec.volumes[name=tls].secret.secretName', 'secretFiles'],
  ['spec.volumes[name=cfg].configMap.name', 'files'],
  ['spec.volumes[name=data].persistentVolumeClaim.claimName', 'volumeMounts'],
  ['spec.initContainers[name=migrate].image', 'initContainers'],
  ['spec.affinity.podAntiAffinity', 'affinity'],
  ['spec.restartPolicy', 'restartPolicy'],
  ['spec.activeDeadlineSeconds', 'activeDeadline'],
  ['spec.backoffLimit', 'retry'],
  ['spec.schedule', 'schedule'],
  ['spec.progressDeadlineSeconds', 'progressDeadline'],
])('%s is written by %s, which the constructs have', (field, prop) => {
  expect(propOf(field)).toBe(prop);
  expect(source).toMatch(new RegExp(`readonly ${prop.split('.')[0]}\\??:`));
});

test('a field that no construct writes has no prop', () => {
  expect(propOf('metadata.finalizers')).toBeNull();
});
