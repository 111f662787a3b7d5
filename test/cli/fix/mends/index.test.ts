import { CATALOGUE } from '../../../../lib/check/catalogue';
import { MENDED_RULES } from '../../../../lib/cli/fix/mends';
import { fixed, web } from '../fixed';

const budget = (spec: string) =>
  `---\napiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: { name: web }\nspec: { selector: { matchLabels: { app: web } }${spec} }\n`;
const RULE = 'budget-evicts-unhealthy';

test('every rule that is mended is in the catalogue', () => {
  const ids = CATALOGUE.map(({ id }) => id);
  expect(MENDED_RULES.filter((id) => !ids.includes(id))).toEqual([]);
});

test('a budget lets unhealthy pods go, but for a StatefulSet or a policy that was chosen', async () => {
  expect((await fixed(RULE, web() + budget(''))).at('spec.unhealthyPodEvictionPolicy', 1)).toBe('AlwaysAllow');
  const stateful = web({ kind: 'StatefulSet', spec: 'serviceName: web' }) + budget('');
  expect((await fixed(RULE, stateful)).left).toEqual([expect.stringContaining('may be the one that holds the data')]);
  const chosen = web() + budget(', unhealthyPodEvictionPolicy: IfHealthyBudget');
  expect((await fixed(RULE, chosen)).left).toEqual(['another policy is written by choice']);
});

test('replicas are never touched', async () => {
  const hpa = `---\napiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: { name: web }\nspec: { minReplicas: 1, maxReplicas: 3, scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web } }\n`;
  for (const rule of ['autoscaler-owns-replicas', 'autoscaler-minimum-survives', 'replicas-survive-one-loss']) {
    expect((await fixed(rule, web({ spec: 'replicas: 1' }) + hpa)).text).toBe(web({ spec: 'replicas: 1' }) + hpa);
  }
});
