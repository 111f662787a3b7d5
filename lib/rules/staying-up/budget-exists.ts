import { count } from '../../kubernetes/text/count';
import { DEFAULTS } from '../../lifecycle/documented-defaults';
import { standingReplicas } from '../../workloads/replicas';
import { isDeploymentLike } from '../../workloads/update-strategy';
import { ownSelector } from '../fixes/own-selector';
import { isLongRunning, isServed } from '../reading/subjects';
import { defineRule } from '../rule';

export const budgetExists = defineRule({
  id: 'budget-exists',
  topic: 'staying-up',
  since: '0.1.0',
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
      message: `no PodDisruptionBudget matches the pods of the workload, so a node drain may evict its ${count(replicas, 'replica')} at once`,
      path: workload.template.path,
    };
  },
  autofix(object, _, { set }) {
    const selector = ownSelector(object);
    const { name, namespace } = object.ref;
    if (selector === undefined || name === null) return { because: 'its pods have no labels, or it has no name' };
    const isFree = (each: string) => set.named('PodDisruptionBudget', object.namespace, each).length === 0;
    const free = [name, `${name}-pdb`].find(isFree);
    if (free === undefined) return { because: 'PodDisruptionBudgets of its name are there and select other pods' };
    const { maxUnavailable, unhealthyPodEvictionPolicy } = DEFAULTS.disruptionBudget.value;
    const isStateful = object.workload.kind === 'StatefulSet';
    return {
      kind: 'append',
      manifest: {
        apiVersion: 'policy/v1',
        kind: 'PodDisruptionBudget',
        metadata: { name: free, ...(namespace === null ? {} : { namespace }) },
        spec: {
          maxUnavailable,
          selector,
          unhealthyPodEvictionPolicy: isStateful ? DEFAULTS.statefulEvictionPolicy.value : unhealthyPodEvictionPolicy,
        },
      },
    };
  },
});
