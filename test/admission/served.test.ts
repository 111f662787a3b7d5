import { notServed } from '../../lib/admission/served';
import { schemaOf } from '../../lib/admission/structure/schema';
import { KubernetesVersion } from '../../lib/kubernetes/versions/kubernetes-version';

const { V1_28, V1_32 } = KubernetesVersion;
const fixOf = (apiVersion: string, kind: string, version = V1_28) =>
  notServed(apiVersion, kind, schemaOf(version))?.fix;

test.each([
  ['extensions/v1beta1', 'Ingress', 'write apiVersion: networking.k8s.io/v1'],
  ['extensions/v1beta1', 'Deployment', 'write apiVersion: apps/v1'],
  ['apps/v1beta2', 'StatefulSet', 'write apiVersion: apps/v1'],
  ['batch/v1beta1', 'CronJob', 'write apiVersion: batch/v1'],
  ['autoscaling/v2beta2', 'HorizontalPodAutoscaler', 'write apiVersion: autoscaling/v2'],
  ['policy/v1beta1', 'PodSecurityPolicy', 'take the object out: nothing has taken its place'],
  ['apps/v1', 'CronJob', 'write apiVersion: batch/v1'],
])('%s %s is not served: %s', (apiVersion, kind, fix) => {
  expect(fixOf(apiVersion, kind)).toBe(fix);
});

test('a version that goes later is served until then', () => {
  const flowSchema = ['flowcontrol.apiserver.k8s.io/v1beta3', 'FlowSchema'] as const;
  expect(notServed(...flowSchema, schemaOf(V1_28))).toBeUndefined();
  expect(fixOf(...flowSchema, V1_32)).toBe('write apiVersion: flowcontrol.apiserver.k8s.io/v1');
});

test.each([
  ['apps/v1', 'Deployment'],
  ['cert-manager.io/v1', 'Certificate'],
  ['gateway.networking.k8s.io/v1', 'HTTPRoute'],
  ['v1', 'List'],
])('of %s %s nothing is said', (apiVersion, kind) => {
  expect(notServed(apiVersion, kind, schemaOf(V1_28))).toBeUndefined();
});
