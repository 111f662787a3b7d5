import { KubernetesVersion } from '../../../lib/kubernetes/versions/kubernetes-version';
import { count, found, workload } from '../support';

const RULE = 'memory-is-limited';
const limited = { resources: { limits: { memory: '1Gi' } } };

test('every container needs one, init containers and jobs too', () => {
  expect(found(RULE, [workload()])).toEqual(['warning web spec.template.spec.containers[0]']);
  expect(found(RULE, [workload({ container: limited })])).toEqual([]);
  const pod = { initContainers: [{ name: 'init', image: 'a:1' }] };
  expect(found(RULE, [workload({ kind: 'Job', container: limited, pod })])).toEqual([
    'warning web spec.template.spec.initContainers[0]',
  ]);
});

test('a limit of the pod holds for all, in versions that know it', () => {
  const pod = workload({ pod: limited });
  expect(count(RULE, [pod], { version: KubernetesVersion.V1_34 })).toBe(0);
  expect(count(RULE, [pod], { version: KubernetesVersion.V1_30 })).toBe(1);
});

test('a LimitRange of the namespace fills it in', () => {
  const range = (namespace: string) => ({
    apiVersion: 'v1',
    kind: 'LimitRange',
    metadata: { name: 'default', namespace },
    spec: { limits: [{ type: 'Container', default: { memory: '1Gi' } }] },
  });
  expect(count(RULE, [range('a'), workload({ namespace: 'a' })])).toBe(0);
  expect(count(RULE, [range('b'), workload({ namespace: 'a' })])).toBe(1);
});
