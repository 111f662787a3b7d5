import { fixed, web } from '../../cli/fix/fixed';

test('replicas are never touched', async () => {
  const hpa = `---\napiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: { name: web }\nspec: { minReplicas: 1, maxReplicas: 3, scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web } }\n`;
  for (const rule of ['autoscaler-owns-replicas', 'autoscaler-minimum-survives', 'replicas-survive-one-loss']) {
    expect((await fixed(rule, web({ spec: 'replicas: 1' }) + hpa)).text).toBe(web({ spec: 'replicas: 1' }) + hpa);
  }
});
