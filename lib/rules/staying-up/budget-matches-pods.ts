import { budgetSelector } from '../../kubernetes/set/manifest-set';
import { isOperatorsBusiness } from '../../workloads/operators';
import { budgetedBy, isBudget } from '../reading/budgets';
import { defineRule } from '../rule';

export const budgetMatchesPods = defineRule({
  id: 'budget-matches-pods',
  topic: 'staying-up',
  since: '0.1.0',
  severity: 'warning',
  title: 'A disruption budget matches pods',
  why: 'A budget that matches no pod protects none. Its selector must hold for the labels of the pod template (not of the workload), all of them, in the namespace of the budget.',
  fix: 'Copy the labels from the pod template, and set the namespace of the workload.',
  see: ['https://kubernetes.io/docs/tasks/run-application/configure-pdb/'],
  bad: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, labels: { app.kubernetes.io/name: web } }
spec:
  replicas: 3
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers: [{ name: web, image: 'registry.example.com/web:1.4.2' }]
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web }
spec: { maxUnavailable: 1, selector: { matchLabels: { app.kubernetes.io/name: web } } }
`,
  good: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, labels: { app.kubernetes.io/name: web } }
spec:
  replicas: 3
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers: [{ name: web, image: 'registry.example.com/web:1.4.2' }]
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web }
spec: { maxUnavailable: 1, selector: { matchLabels: { app: web } } }
`,
  looksAt: isBudget,
  *check(object, { set }) {
    if (set.workloads.length === 0 || budgetedBy(set, object).length > 0) return;
    if (isOperatorsBusiness(set, budgetSelector(object), object.namespace)) return;
    yield { message: 'the budget matches no pod of its namespace', path: 'spec' };
  },
});
