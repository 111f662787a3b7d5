import { KubernetesVersion } from '../../lib/kubernetes/versions/kubernetes-version';
import { workloadOf } from '../../lib/kubernetes/views/workload';
import { isDeploymentLike, podsLeftBy, rollingUpdateOf, updateStrategyOf } from '../../lib/workloads/update-strategy';
import { workload } from '../rollout/manifests';

const rolling = (kind: 'Deployment' | 'StatefulSet' | 'DaemonSet', rollingUpdate: object, version = '1.34') => {
  const read = workloadOf(workload({ kind, strategy: { rollingUpdate } }));
  return read && rollingUpdateOf(read, 4, KubernetesVersion.of(version));
};

test('a StatefulSet takes several pods at once only where its controller reads maxUnavailable', () => {
  expect(rolling('StatefulSet', { maxUnavailable: 3 }, '1.36')).toEqual({ surge: 0, unavailable: 1, partition: 0 });
  expect(rolling('StatefulSet', { maxUnavailable: 3 }, '1.37')).toEqual({ surge: 0, unavailable: 3, partition: 0 });
  expect(rolling('StatefulSet', { maxUnavailable: '10%' }, '1.37')).toMatchObject({ unavailable: 1 });
  expect(rolling('StatefulSet', { maxUnavailable: 9 }, '1.37')).toMatchObject({ unavailable: 4 });
});

test('a null is a field that is left out', () => {
  expect(rolling('Deployment', { maxSurge: null, maxUnavailable: null })).toEqual(rolling('Deployment', {}));
});

test('what is left: a partition holds pods back, a surging DaemonSet misses none', () => {
  expect(podsLeftBy({ surge: 0, unavailable: 4, partition: 3 }, 'StatefulSet', 4)).toBe(3);
  expect(podsLeftBy({ surge: 0, unavailable: 1, partition: 9 }, 'StatefulSet', 4)).toBe(4);
  expect(podsLeftBy({ surge: 1, unavailable: 0, partition: 0 }, 'DaemonSet', 4)).toBe(4);
  expect(podsLeftBy({ surge: 1, unavailable: 1, partition: 0 }, 'Deployment', 4)).toBe(3);
});

test('strategies that roll nothing have no rolling update', () => {
  const read = workloadOf(workload({ strategy: { type: 'Recreate' } }));
  expect(read && rollingUpdateOf(read, 4, KubernetesVersion.V1_34)).toBeUndefined();
});

test('each kind rounds as its own controller does', () => {
  expect(rolling('Deployment', { maxSurge: '30%', maxUnavailable: '30%' })).toEqual({
    surge: 2,
    unavailable: 1,
    partition: 0,
  });
  expect(rolling('DaemonSet', { maxUnavailable: '30%' })).toEqual({ surge: 0, unavailable: 2, partition: 0 });
  expect(rolling('Deployment', { maxSurge: -1, maxUnavailable: 1 })).toMatchObject({ surge: 0 });
  expect(rolling('StatefulSet', { partition: 3 })).toEqual({ surge: 0, unavailable: 1, partition: 3 });
  expect(rolling('StatefulSet', { partition: -1 })?.partition).toBe(0);
});

test('a DaemonSet that does not surge misses what it lets go', () => {
  expect(podsLeftBy({ surge: 0, unavailable: 1, partition: 0 }, 'DaemonSet', 4)).toBe(3);
  expect(podsLeftBy({ surge: 2, unavailable: 4, partition: 0 }, 'Deployment', 4)).toBe(0);
});

const strategy = (kind: string, apiVersion: string, spec: object) => {
  const read = workloadOf({ apiVersion, kind, spec: { ...spec, template: { spec: { containers: [] } } } } as never);
  const found = read && updateStrategyOf(read);
  return found && `${found.type} at ${found.path}, ${found.rollingPath} ${JSON.stringify(found.rolling)}`;
};

test.each([
  ['Deployment', 'apps/v1', {}, 'RollingUpdate at spec.strategy, spec.strategy.rollingUpdate {}'],
  [
    'Deployment',
    'apps/v1',
    { strategy: { type: 'Recreate' } },
    'Recreate at spec.strategy, spec.strategy.rollingUpdate {}',
  ],
  [
    'Deployment',
    'apps/v1',
    { strategy: { rollingUpdate: { maxSurge: 2 } } },
    'RollingUpdate at spec.strategy, spec.strategy.rollingUpdate {"maxSurge":2}',
  ],
  ['DeploymentConfig', 'apps.openshift.io/v1', {}, 'Rolling at spec.strategy, spec.strategy.rollingParams {}'],
  ['StatefulSet', 'apps/v1', {}, 'RollingUpdate at spec.updateStrategy, spec.updateStrategy.rollingUpdate {}'],
  [
    'DaemonSet',
    'apps/v1',
    { updateStrategy: { type: 'OnDelete' } },
    'OnDelete at spec.updateStrategy, spec.updateStrategy.rollingUpdate {}',
  ],
  ['Rollout', 'argoproj.io/v1alpha1', { strategy: { canary: {} } }, 'Canary at spec.strategy, spec.strategy.canary {}'],
  [
    'Rollout',
    'argoproj.io/v1alpha1',
    { strategy: { blueGreen: {} } },
    'BlueGreen at spec.strategy, spec.strategy.blueGreen {}',
  ],
  [
    'Rollout',
    'argoproj.io/v1alpha1',
    { strategy: { blueGreen: null } },
    'Canary at spec.strategy, spec.strategy.canary {}',
  ],
  ['Job', 'batch/v1', {}, undefined],
])('the strategy of a %s (%s, %j)', (kind, apiVersion, spec, expected) => {
  expect(strategy(kind, apiVersion, spec)).toBe(expected);
});

test('Deployments, Rollouts and DeploymentConfigs replace pods through a surge', () => {
  const like = (kind: string, apiVersion: string) => {
    const read = workloadOf({ apiVersion, kind, spec: { template: { spec: { containers: [] } } } });
    return read && isDeploymentLike(read);
  };
  expect(like('Deployment', 'apps/v1')).toBe(true);
  expect(like('Rollout', 'argoproj.io/v1alpha1')).toBe(true);
  expect(like('DeploymentConfig', 'apps.openshift.io/v1')).toBe(true);
  expect(like('StatefulSet', 'apps/v1')).toBe(false);
});
