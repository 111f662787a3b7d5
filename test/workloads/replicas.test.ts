import { ManifestSet, type SetObject } from '../../lib/kubernetes/set/manifest-set';
import { drainSecondsOf } from '../../lib/workloads/drain-of';
import { maximumReplicasOf, replicasOf } from '../../lib/workloads/replicas';

const deployment = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'cart' }, spec: { replicas: 5 } };
const target = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'cart' };
const autoscaler = (spec: object) => ({
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata: { name: 'cart' },
  spec: { scaleTargetRef: target, ...spec },
});
const scaled = (spec: object) => ({
  apiVersion: 'keda.sh/v1alpha1',
  kind: 'ScaledObject',
  metadata: { name: 'cart' },
  spec: { scaleTargetRef: { name: 'cart' }, ...spec },
});

const read = (...manifests: object[]) => {
  const set = ManifestSet.of([deployment, ...manifests] as never);
  const object = set.objects[0] as SetObject;
  return [replicasOf(set, object), maximumReplicasOf(set, object)];
};

test("replicas are the workload's own where nothing scales it", () => {
  expect(read()).toEqual([5, undefined]);
});

test('an autoscaler owns them: its minimum counts', () => {
  expect(read(autoscaler({ minReplicas: 2, maxReplicas: 10 }))).toEqual([2, 10]);
  expect(read(autoscaler({ maxReplicas: 4 }))).toEqual([1, 4]);
});

test('a KEDA object that goes down to 0 counts as one pod', () => {
  expect(read(scaled({}))).toEqual([1, 100]);
  expect(read(scaled({ minReplicaCount: 3, maxReplicaCount: 9 }))).toEqual([3, 9]);
});

test('the longest request is declared in whole seconds', () => {
  const annotated = (value: string) => ({ metadata: { annotations: { 'cdk8s-lifecycle/drain-seconds': value } } });
  expect(drainSecondsOf(annotated('45'))).toBe(45);
  expect(drainSecondsOf(annotated('45s'))).toBeUndefined();
  expect(drainSecondsOf({})).toBeUndefined();
});
