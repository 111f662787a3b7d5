import { KubernetesVersion } from '../../lib/kubernetes/versions/kubernetes-version';
import { workloadOf } from '../../lib/kubernetes/views/workload';
import { podsLeftBy, rollingUpdateOf } from '../../lib/workloads/update-strategy';
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
