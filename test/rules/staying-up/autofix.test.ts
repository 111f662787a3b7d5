import { fixed, web } from '../../cli/fix/fixed';

const budget = (spec: string) =>
  `---\napiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: { name: web }\nspec: { selector: { matchLabels: { app: web } }${spec} }\n`;

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

test('a budget lets unhealthy pods go, but for a StatefulSet or a policy that was chosen', async () => {
  expect((await fixed('budget-evicts-unhealthy', web() + budget(''))).at('spec.unhealthyPodEvictionPolicy', 1)).toBe(
    'AlwaysAllow',
  );
  const stateful = web({ kind: 'StatefulSet', spec: 'serviceName: web' }) + budget('');
  expect((await fixed('budget-evicts-unhealthy', stateful)).left).toEqual([
    expect.stringContaining('may be the one that holds the data'),
  ]);
  const chosen = web() + budget(', unhealthyPodEvictionPolicy: IfHealthyBudget');
  expect((await fixed('budget-evicts-unhealthy', chosen)).left).toEqual(['another policy is written by choice']);
});
