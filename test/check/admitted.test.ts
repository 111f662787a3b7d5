import { check } from '../../lib/check/check';
import { KubernetesVersion } from '../../lib/kubernetes/kubernetes-version';
import { found, messages, sleeps, workload } from '../rules/support';

const RULE = 'admitted';

test('the field path is that of the API server', () => {
  const object = workload({ container: { ports: [{ containerPort: 70000 }] } });
  expect(found(RULE, [object])).toEqual(['error web spec.template.spec.containers[0].ports[0].containerPort']);
});

test('the version decides', () => {
  const object = workload({ container: sleeps(10) });
  expect(found(RULE, [object], { version: KubernetesVersion.V1_30 })).toEqual([]);
  expect(found(RULE, [object], { version: KubernetesVersion.V1_28 })).not.toEqual([]);
  expect(messages(RULE, [object], { version: KubernetesVersion.V1_28 })[0]).toMatch(/^Kubernetes 1\.28 refuses it: /);
});

test('an apiVersion that is gone is refused, be its kind covered or not', () => {
  expect(found(RULE, [workload({ apiVersion: 'extensions/v1beta1' })])).toEqual(['error web apiVersion']);
});

test('other rules still run on what can be read of a refused object', () => {
  const refused = workload({ apiVersion: 'extensions/v1beta1', container: { image: 'web' } });
  expect(found('image-is-pinned', [refused])).toHaveLength(1);
});

test('a custom resource, and a text that is no object, are counted as not checked', () => {
  const custom = { apiVersion: 'example.com/v1', kind: 'Widget', metadata: { name: 'w' } };
  const values = { replicas: 3, image: 'web' };
  const result = check([custom, values]);
  expect(result.findings).toEqual([]);
  expect(result.notChecked).toHaveLength(2);
});

test('a workload of 0 replicas is refused like any other', () => {
  expect(found(RULE, [workload({ spec: { replicas: 0, minReadySeconds: -1 } })])).toHaveLength(1);
});
