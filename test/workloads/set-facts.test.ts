import { ManifestSet, type SetObject } from '../../lib/kubernetes/set/manifest-set';
import { selectorOf } from '../../lib/kubernetes/set/selector';
import type { Manifest } from '../../lib/kubernetes/views/manifest';
import { isAutoscaler, isHpa, scaleTargetOf } from '../../lib/workloads/autoscalers';
import { drainSecondsOf } from '../../lib/workloads/drain-of';
import { isOperatorsBusiness } from '../../lib/workloads/operators';
import { isService, selectedBy } from '../../lib/workloads/services';
import { hpa, scaledObject, service, workload } from '../rules/support';

const setOf = (...objects: readonly Manifest[]) => ManifestSet.of(objects);
const firstOf = (set: ManifestSet) => set.objects[0] as SetObject;

test('an autoscaler names its target by kind and name, a Deployment where KEDA leaves the kind out', () => {
  const set = setOf(hpa(2), workload());
  expect(scaleTargetOf(set, firstOf(set))).toMatchObject({ kind: 'Deployment', name: 'web', isWritten: true });
  expect(scaleTargetOf(set, firstOf(set))?.objects).toEqual([set.objects[1]]);
  const keda = setOf(scaledObject(1));
  expect(scaleTargetOf(keda, firstOf(keda))).toEqual({ kind: 'Deployment', name: 'web', objects: [], isWritten: true });
});

test('a target that an operator may make need not be written, and none is none', () => {
  const target = (scaleTargetRef: object) => {
    const set = setOf({ ...hpa(2), spec: { scaleTargetRef } } as Manifest);
    return scaleTargetOf(set, firstOf(set));
  };
  expect(target({ kind: 'Kafka', name: 'k' })?.isWritten).toBe(false);
  for (const kind of ['StatefulSet', 'ReplicaSet', 'ReplicationController', 'Rollout', 'DeploymentConfig']) {
    expect(target({ kind, name: 'k' })?.isWritten).toBe(true);
  }
  expect(target({ kind: 'Deployment' })).toBeUndefined();
});

test('kinds of one name in other groups are other kinds', () => {
  const [one, keda, other] = setOf(hpa(1), scaledObject(1), {
    ...scaledObject(1),
    apiVersion: 'other.example/v1',
  }).objects;
  expect([one, keda, other].map((object) => object && isHpa(object))).toEqual([true, false, false]);
  expect([one, keda, other].map((object) => object && isAutoscaler(object))).toEqual([true, true, false]);
  const [core, knative] = setOf(service(), { ...service(), apiVersion: 'serving.knative.dev/v1' }).objects;
  expect([core, knative].map((object) => object && isService(object))).toEqual([true, false]);
});

test('a Service selects the pods of its namespace, and nothing where it has no selector or another name', () => {
  const selected = (spec: Manifest) => {
    const set = setOf(
      service(spec, 'web', 'near'),
      workload({ namespace: 'near' }),
      workload({ name: 'far', namespace: 'far' }),
    );
    return selectedBy(set, firstOf(set))?.map(({ ref }) => ref.name);
  };
  expect(selected({})).toEqual(['web']);
  expect(selected({ selector: { app: 'other' } })).toEqual([]);
  expect(selected({ selector: {} })).toBeUndefined();
  expect(selected({ type: 'ExternalName', externalName: 'example.com' })).toBeUndefined();
});

const resource = (apiVersion: string, kind: string, spec: Manifest = {}): Manifest => ({
  apiVersion,
  kind,
  metadata: { name: 'main', namespace: 'shop' },
  spec,
});
const isTheirs = (labels: Record<string, string>, ...objects: readonly Manifest[]) =>
  isOperatorsBusiness(setOf(...objects), selectorOf({ matchLabels: labels }), 'shop');

test('a selector may speak of pods that an operator makes: by kind, by group, or because a resource holds a pod', () => {
  const prometheus = resource('monitoring.coreos.com/v1', 'Prometheus');
  expect(isTheirs({ 'app.kubernetes.io/name': 'prometheus' }, prometheus)).toBe(true);
  expect(isTheirs({ 'strimzi.io/cluster': 'main' }, resource('kafka.strimzi.io/v1', 'Kafka'))).toBe(true);
  const holds = { template: { spec: { containers: [{ name: 'a', image: 'a:1' }] } } };
  expect(isTheirs({ app: 'any' }, resource('example.com/v1', 'Runner', holds))).toBe(true);
});

test('it does not where nothing of the set makes such pods', () => {
  expect(isTheirs({ app: 'web' })).toBe(false);
  expect(isTheirs({ app: 'web' }, resource('monitoring.coreos.com/v1', 'Prometheus'))).toBe(false);
  expect(isTheirs({ 'other.io/cluster': 'main' }, resource('kafka.strimzi.io/v1', 'Kafka'))).toBe(false);
  expect(isTheirs({ app: 'service' }, { ...service(), metadata: { name: 'a', namespace: 'shop' } })).toBe(false);
  expect(isTheirs({ app: 'route' }, resource('networking.k8s.io/v1', 'Route'))).toBe(false);
  const far = { ...resource('example.com/v1', 'Web'), metadata: { name: 'main', namespace: 'far' } };
  expect(isTheirs({ app: 'web' }, far, resource('example.com/v1', 'Other'))).toBe(false);
  const noImage = { template: { spec: { containers: [{ name: 'a' }] } } };
  expect(isTheirs({ app: 'any' }, resource('example.com/v1', 'Runner', noImage))).toBe(false);
});

test('only whole seconds are a declared drain', () => {
  const drain = (value: string) =>
    drainSecondsOf(workload({ annotations: { 'cdk8s-lifecycle/drain-seconds': value } }));
  expect(drain('45')).toBe(45);
  for (const value of ['x45', '45s', '4.5', '']) expect(drain(value)).toBeUndefined();
  expect(drainSecondsOf(workload())).toBeUndefined();
});
