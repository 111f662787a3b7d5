import { drop, dropPlanOf, type GatedField } from '../../lib/admission/drop';
import { KubernetesVersion } from '../../lib/kubernetes/versions/kubernetes-version';
import type { JsonObject } from '../../lib/kubernetes/views/json';

/** Drops with gates that are off in 1.28 and known to it. */
function dropped(object: JsonObject, ...paths: readonly string[]) {
  const fields = paths.map((path): GatedField => ['ProcMountType', path]);
  const told: string[] = [];
  const kept = drop(object, dropPlanOf(fields, KubernetesVersion.V1_28), 'spec', (path) => told.push(path));
  return { kept, told };
}

test('a field goes, and its path is told', () => {
  expect(dropped({ a: { b: 1, c: 2 } }, 'a.b')).toEqual({ kept: { a: { c: 2 } }, told: ['spec.a.b'] });
});

test('a field goes from every item of a list', () => {
  expect(dropped({ a: [{ b: 1 }, { c: 2 }, { b: 3 }] }, 'a[].b')).toEqual({
    kept: { a: [{}, { c: 2 }, {}] },
    told: ['spec.a[0].b', 'spec.a[2].b'],
  });
});

test('a star stands for the containers of a pod', () => {
  const pod = { containers: [{ x: 1 }], initContainers: [{ x: 2 }], volumes: [{ x: 3 }] };
  expect(dropped(pod, '*.x').told).toEqual(['spec.containers[0].x', 'spec.initContainers[0].x']);
});

test('a condition asks for a field inside', () => {
  expect(dropped({ a: { hook: { sleep: {} } }, b: { hook: { exec: {} } } }, 'a.hook?sleep', 'b.hook?sleep')).toEqual({
    kept: { a: {}, b: { hook: { exec: {} } } },
    told: ['spec.a.hook'],
  });
});

test('what is left with nothing goes along where the path says so', () => {
  expect(dropped({ a: { b: 1 } }, 'a.b!').kept).toEqual({});
  expect(dropped({ a: { b: 1, c: 2 } }, 'a.b!').kept).toEqual({ a: { c: 2 } });
  expect(dropped({ a: {} }, 'a.b!').kept).toEqual({ a: {} });
});

test('what is not touched is the same object as before', () => {
  const object = { a: [{ c: 1 }], d: { e: 2 } };
  expect(dropped(object, 'a[].b', 'd.x.y').kept).toBe(object);
});

test('nothing goes where the gate is on, or the field is unknown', () => {
  const fields: GatedField[] = [['ProcMountType', 'a']];
  expect(dropPlanOf(fields, KubernetesVersion.V1_33).size).toBe(0);
  expect(dropPlanOf([['EnvFiles', 'a']], KubernetesVersion.V1_28).size).toBe(0);
});
