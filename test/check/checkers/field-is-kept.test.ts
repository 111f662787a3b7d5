import { KubernetesVersion } from '../../../lib/kubernetes/versions/kubernetes-version';
import { found, sleeps, workload } from '../../rules/support';

const RULE = 'field-is-kept';

test('a dropped hook is an error', () => {
  const object = workload({ container: sleeps(10) });
  const [finding, ...others] = found(RULE, [object], { version: KubernetesVersion.V1_29 });
  expect(finding).toMatch(/^error web spec\.template\.spec\.containers\[0\]\.lifecycle/);
  expect(others).toEqual([]);
  expect(found(RULE, [object], { version: KubernetesVersion.V1_30 })).toEqual([]);
});

test('a dropped sidecar policy is an error', () => {
  const pod = { initContainers: [{ name: 'proxy', image: 'p:1', restartPolicy: 'Always' }] };
  const [finding] = found(RULE, [workload({ pod })], { version: KubernetesVersion.V1_28 });
  expect(finding).toBe('error web spec.template.spec.initContainers[0].restartPolicy');
});

test('any other dropped field is a warning', () => {
  const spec = { updateStrategy: { rollingUpdate: { maxUnavailable: 2 } } };
  expect(found(RULE, [workload({ kind: 'StatefulSet', spec })])).toEqual([
    'warning web spec.updateStrategy.rollingUpdate.maxUnavailable',
  ]);
});

test('what the API server filled in by itself is nobody’s loss', () => {
  const job = workload({ kind: 'Job', pod: { restartPolicy: 'Never' } });
  expect(found(RULE, [job], { version: KubernetesVersion.V1_28 })).toEqual([]);
});
