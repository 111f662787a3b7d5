import { count } from '../../kubernetes/text/count';
import { standingReplicas } from '../../workloads/replicas';
import { podsLeftBy, rollingUpdateOf, updateStrategyOf } from '../../workloads/update-strategy';
import { writtenPath } from '../reading/field';
import { isRunningDeployment } from '../reading/subjects';
import { defineRule } from '../rule';

export const rolloutKeepsCapacity = defineRule({
  id: 'rollout-keeps-capacity',
  topic: 'rolling',
  since: '0.1.0',
  severity: 'info',
  title: 'A rollout leaves two thirds of the pods',
  why: 'During a rollout the remaining pods carry the whole load. Where more than a third may be missing, each of them gets half as much again, or more, and may be overloaded.',
  fix: 'Lower `maxUnavailable` and raise `maxSurge` in its place.',
  see: ['https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#max-unavailable'],
  bad: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  replicas: 4
  strategy:
    rollingUpdate: { maxSurge: 0, maxUnavailable: 50% }
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
          ports: [{ containerPort: 8080 }]
`,
  good: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  replicas: 4
  strategy:
    rollingUpdate: { maxSurge: 1, maxUnavailable: 25% }
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
          ports: [{ containerPort: 8080 }]
`,
  looksAt: isRunningDeployment,
  *check(object, { set, version }) {
    const replicas = standingReplicas(set, object);
    const strategy = updateStrategyOf(object.workload);
    const rolling = replicas === undefined ? undefined : rollingUpdateOf(object.workload, replicas, version);
    if (replicas === undefined || rolling === undefined || strategy === undefined) return;
    // All of them is more than this rule's business: see rollout-keeps-a-pod.
    const left = podsLeftBy(rolling, object.workload.kind, replicas);
    if (left * 3 >= replicas * 2 || left === 0) return;
    yield {
      message: `maxUnavailable comes to ${rolling.unavailable} of ${count(replicas, 'replica')}, more than a third`,
      path: writtenPath(object, `${strategy.rollingPath}.maxUnavailable`, strategy.rollingPath, strategy.path, 'spec'),
      about: [`${strategy.rollingPath}.maxUnavailable`],
    };
  },
});
