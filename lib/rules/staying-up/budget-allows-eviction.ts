import { count } from '../../kubernetes/text/count';
import { objectOf } from '../../kubernetes/views/json';
import { allowedDisruptions, percentOf } from '../../lifecycle/arithmetic/rounding';
import { isBudget, podsUnder } from '../reading/budgets';
import { defineRule } from '../rule';

export const budgetAllowsEviction = defineRule({
  id: 'budget-allows-eviction',
  topic: 'staying-up',
  since: '0.1.0',
  severity: 'error',
  title: 'A disruption budget lets a pod go while all are healthy',
  why: 'Where the budget needs every pod, no node that runs one can be drained: cluster upgrades and autoscalers hang, or give up waiting and kill the pods together.',
  fix: 'Use `maxUnavailable: 1`; it is right for any number of replicas.',
  see: ['https://kubernetes.io/docs/tasks/run-application/configure-pdb/'],
  bad: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  replicas: 2
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers: [{ name: web, image: 'registry.example.com/web:1.4.2' }]
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web }
spec:
  minAvailable: 80%
  selector: { matchLabels: { app: web } }
`,
  good: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  replicas: 2
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers: [{ name: web, image: 'registry.example.com/web:1.4.2' }]
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web }
spec:
  maxUnavailable: 1
  selector: { matchLabels: { app: web } }
`,
  looksAt: isBudget,
  *check(object, context) {
    const { minAvailable, maxUnavailable } = objectOf(object.manifest.spec);
    const field = maxUnavailable !== undefined && maxUnavailable !== null ? 'maxUnavailable' : 'minAvailable';
    const value = field === 'maxUnavailable' ? maxUnavailable : minAvailable;
    const pods = podsUnder(object, context);
    const never = field === 'maxUnavailable' ? value === 0 || percentOf(value) === 0 : percentOf(value) === 100;
    if (value === undefined || value === null) return;
    if (!never && (pods === undefined || allowedDisruptions(pods, { [field]: value }) > 0)) return;
    yield {
      message: `${field} ${value} lets none of ${pods === undefined ? 'its pods' : count(pods, 'healthy pod')} be evicted`,
      path: `spec.${field}`,
    };
  },
});
