import { standingReplicas } from '../../workloads/replicas';
import { isDeploymentLike } from '../../workloads/update-strategy';
import { countOf } from '../reading/count-of';
import { isLongRunning, isServed } from '../reading/subjects';
import { defineRule } from '../rule';

export const budgetExists = defineRule({
  id: 'budget-exists',
  severity: 'warning',
  title: 'Replicas have a disruption budget',
  why: 'A node drain evicts all the pods of its node at once, and cluster upgrades drain node after node. Without a PodDisruptionBudget nothing makes them wait until an evicted pod has its successor. Few public manifests have one, so this is told often: replicas protect from a drain only together with it.',
  fix: 'Add a PodDisruptionBudget with `maxUnavailable: 1` and the labels of the pods, in the same namespace.',
  see: ['https://kubernetes.io/docs/tasks/run-application/configure-pdb/'],
  bad: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  replicas: 3
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web, tier: front } }
    spec:
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
          ports: [{ containerPort: 8080 }]
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web }
spec:
  maxUnavailable: 1
  selector: { matchLabels: { app: web, tier: back } }
`,
  good: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  replicas: 3
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web, tier: front } }
    spec:
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
          ports: [{ containerPort: 8080 }]
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web }
spec:
  maxUnavailable: 1
  selector: { matchLabels: { app: web, tier: front } }
`,
  looksAt: isLongRunning,
  *check(object, context) {
    const { workload } = object;
    const isMeant = workload.kind === 'StatefulSet' || (isDeploymentLike(workload) && isServed(object, context));
    const replicas = standingReplicas(context.set, object) ?? 0;
    if (!isMeant || replicas < 2 || context.set.budgetsOf(object).length > 0) return;
    yield {
      message: `no PodDisruptionBudget matches the pods of the workload, so a node drain may evict its ${countOf(replicas)} at once`,
      path: workload.template.path,
    };
  },
});
