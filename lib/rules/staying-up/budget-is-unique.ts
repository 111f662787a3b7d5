import type { SetObject } from '../../kubernetes/set/manifest-set';
import { describeRef } from '../../kubernetes/views/manifest';
import { budgetedBy, isBudget } from '../reading/budgets';
import { defineRule, type RuleContext } from '../rule';

export const budgetIsUnique = defineRule({
  id: 'budget-is-unique',
  topic: 'staying-up',
  since: '0.1.0',
  severity: 'error',
  title: 'A pod has one disruption budget',
  why: 'The eviction API refuses to evict a pod that two budgets match, whatever they allow: node drains fail with an internal error until one of them is deleted.',
  fix: 'Remove one of the budgets, or narrow its selector.',
  see: ['https://kubernetes.io/docs/tasks/run-application/configure-pdb/'],
  bad: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  replicas: 3
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web, team: shop } }
    spec:
      containers: [{ name: web, image: 'registry.example.com/web:1.4.2' }]
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web }
spec: { maxUnavailable: 1, selector: { matchLabels: { app: web } } }
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: shop }
spec: { maxUnavailable: 1, selector: { matchLabels: { team: shop } } }
`,
  good: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  replicas: 3
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web, team: shop } }
    spec:
      containers: [{ name: web, image: 'registry.example.com/web:1.4.2' }]
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web }
spec: { maxUnavailable: 1, selector: { matchLabels: { app: web } } }
`,
  looksAt: isBudget,
  *check(object, context) {
    const rival = rivalBefore(object, context);
    if (rival === undefined) return;
    yield {
      message: `${describeRef(object.ref)} and ${describeRef(rival.budget.ref)} match the same pods, those of ${describeRef(rival.workload.ref)}`,
      path: 'spec.selector',
    };
  },
});

/** The first budget before this one in the set that shares pods with it: each pair is told once, on the later. */
function rivalBefore(object: SetObject, { set }: RuleContext) {
  for (const workload of budgetedBy(set, object)) {
    const [first] = set.budgetsOf(workload);
    if (first !== undefined && first.identity !== object.identity) return { budget: first, workload };
  }
  return undefined;
}
