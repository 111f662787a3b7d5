import { flattenList, ManifestSet } from '../../../lib/kubernetes/set/manifest-set';
import type { JsonObject } from '../../../lib/kubernetes/views/json';
import type { Manifest } from '../../../lib/kubernetes/views/manifest';

const deployment = (name: string, labels: Record<string, string>, namespace?: string) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name, ...(namespace && { namespace }) },
  spec: { template: { metadata: { labels }, spec: { containers: [] } } },
});
const service = (selector: Record<string, string> | undefined, namespace?: string, extra = {}) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'svc', ...(namespace && { namespace }) },
  spec: { ...(selector && { selector }), ...extra },
});
const budget = (selector: JsonObject | null | undefined): Manifest => ({
  apiVersion: 'policy/v1',
  kind: 'PodDisruptionBudget',
  metadata: { name: 'pdb' },
  spec: { selector },
});
const names = (objects: readonly { ref: { name: string | null } }[]) => objects.map(({ ref }) => ref.name);

test('a Service finds the pods of its own namespace, all labels matched', () => {
  const set = ManifestSet.of([
    deployment('a', { app: 'x', tier: 'web' }, 'one'),
    deployment('b', { app: 'x' }, 'two'),
    service({ app: 'x', tier: 'web' }, 'one'),
  ]);
  const [a, b] = set.workloads;
  expect(a && names(set.servicesOf(a))).toEqual(['svc']);
  expect(b && names(set.servicesOf(b))).toEqual([]);
});

test('no namespace is the one named namespace of a set that has exactly one', () => {
  const one = ManifestSet.of([deployment('a', { app: 'x' }), service({ app: 'x' }, 'shop')]);
  expect(one.workloads[0] && one.servicesOf(one.workloads[0])).toHaveLength(1);
  const two = ManifestSet.of([
    deployment('a', { app: 'x' }),
    service({ app: 'x' }, 'shop'),
    service({ app: 'x' }, 'other'),
  ]);
  expect(two.workloads[0] && two.servicesOf(two.workloads[0])).toHaveLength(0);
});

test('a Service without selector, or an ExternalName, selects no pod', () => {
  for (const each of [service(undefined), service({}), service({ app: 'x' }, undefined, { type: 'ExternalName' })]) {
    const set = ManifestSet.of([deployment('a', { app: 'x' }), each]);
    expect(set.workloads[0] && set.servicesOf(set.workloads[0])).toEqual([]);
  }
});

test('a budget without selector matches no pod, one with the empty selector every pod', () => {
  for (const [selector, count] of [
    [undefined, 0],
    [null, 0],
    [{}, 1],
  ] as const) {
    const set = ManifestSet.of([deployment('a', { app: 'x' }), budget(selector)]);
    expect(set.workloads[0] && set.budgetsOf(set.workloads[0])).toHaveLength(count);
  }
});

test('an autoscaler and a ScaledObject find their target', () => {
  const set = ManifestSet.of([
    deployment('a', {}),
    {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: { name: 'hpa' },
      spec: { scaleTargetRef: { kind: 'Deployment', name: 'a' } },
    },
    {
      apiVersion: 'keda.sh/v1alpha1',
      kind: 'ScaledObject',
      metadata: { name: 'keda' },
      spec: { scaleTargetRef: { name: 'a' } },
    },
  ]);
  expect(set.workloads[0] && names(set.autoscalersOf(set.workloads[0]))).toEqual(['hpa', 'keda']);
});

test('lists are taken apart, however deep', () => {
  const list = (...items: Manifest[]): Manifest => ({ apiVersion: 'v1', kind: 'List', items });
  expect(flattenList(list(list(service({})), budget({}), list())).map(({ kind }) => kind)).toEqual([
    'Service',
    'PodDisruptionBudget',
  ]);
});

test('strange objects are read as what can be read of them', () => {
  const strange = [
    {},
    { kind: 7 },
    { kind: 'Deployment', apiVersion: 'apps/v1', spec: 'no', metadata: [] },
    { kind: 'Service', apiVersion: 'v1', spec: { selector: ['x'], ports: 'no' } },
  ];
  const set = ManifestSet.of(strange as never);
  expect(set.objects).toHaveLength(4);
  expect(set.workloads.map((each) => set.servicesOf(each))).toEqual([[]]);
});
