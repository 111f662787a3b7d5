import { fixed, web } from '../fixed';

const TWO = 'replicas: 2';
const SELECTOR = { matchLabels: { app: 'web' } };

test('pods are spread over hosts and zones, by the selector of their workload', async () => {
  const { at, findings } = await fixed('replicas-are-spread', web({ spec: TWO }));
  const constraint = { maxSkew: 1, whenUnsatisfiable: 'ScheduleAnyway', labelSelector: SELECTOR };
  expect(at('spec.template.spec.topologySpreadConstraints')).toEqual([
    { ...constraint, topologyKey: 'kubernetes.io/hostname' },
    { ...constraint, topologyKey: 'topology.kubernetes.io/zone' },
  ]);
  expect(findings).toEqual([]);
});

test('a budget is added behind the workload, in its namespace', async () => {
  const { objects, findings, text } = await fixed('budget-exists', web({ spec: TWO, metadata: 'namespace: shop' }));
  expect(objects[1]).toEqual({
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: 'web', namespace: 'shop' },
    spec: { maxUnavailable: 1, selector: SELECTOR, unhealthyPodEvictionPolicy: 'AlwaysAllow' },
  });
  expect(text.startsWith(web({ spec: TWO, metadata: 'namespace: shop' }))).toBe(true);
  expect(findings).toEqual([]);
});

test('the budget of a StatefulSet keeps unready pods, which may hold the data', async () => {
  const { at } = await fixed('budget-exists', web({ spec: `serviceName: web\n  ${TWO}`, kind: 'StatefulSet' }));
  expect(at('spec.unhealthyPodEvictionPolicy', 1)).toBe('IfHealthyBudget');
});
