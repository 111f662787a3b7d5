import type { WorkloadObject } from '../../kubernetes/set/manifest-set';
import { count } from '../../kubernetes/text/count';
import { percentOf } from '../../lifecycle/arithmetic/rounding';
import { mayWriteAlone } from '../../workloads/claims';
import { standingReplicas } from '../../workloads/replicas';
import {
  isDeploymentLike,
  podsLeftBy,
  rollingUpdateOf,
  type UpdateStrategy,
  updateStrategyOf,
} from '../../workloads/update-strategy';
import { writtenPath } from '../reading/field';
import { isServed } from '../reading/subjects';
import { defineRule, type RuleContext, type Violation } from '../rule';

export const rolloutKeepsAPod = defineRule({
  id: 'rollout-keeps-a-pod',
  topic: 'rolling',
  since: '0.1.0',
  severity: 'error',
  title: 'A rollout never takes all pods at once',
  why: 'The field maxUnavailable is how many pods may be missing during a rollout. Where it comes to all of them, the controller takes them all before a single new one is ready: an outage at each change.',
  fix: 'Set `maxUnavailable` to 0 and `maxSurge` to 1, or run more replicas than may be missing.',
  see: ['https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#max-unavailable'],
  bad: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  replicas: 2
  strategy:
    rollingUpdate: { maxSurge: 0, maxUnavailable: 2 }
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
  replicas: 2
  strategy:
    rollingUpdate: { maxSurge: 1, maxUnavailable: 0 }
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
          ports: [{ containerPort: 8080 }]
`,
  looksAt: isServed,
  *check(object, context) {
    const strategy = updateStrategyOf(object.workload);
    if (strategy === undefined) return;
    if (object.workload.kind === 'DaemonSet') yield* checkDaemonSet(strategy);
    else yield* checkReplicas(object, strategy, context);
  },
});

function* checkDaemonSet({ type, rolling, rollingPath }: UpdateStrategy): Iterable<Violation> {
  const percent = percentOf(rolling.maxUnavailable);
  if (type !== 'RollingUpdate' || percent === undefined || percent < 100) return;
  yield {
    message: `maxUnavailable is ${percent}%, so a rollout takes the pods of all nodes at once`,
    path: `${rollingPath}.maxUnavailable`,
    fix: 'Set `maxUnavailable` to 1 or to a small percentage, or use `maxSurge`.',
  };
}

function* checkReplicas(object: WorkloadObject, strategy: UpdateStrategy, context: RuleContext): Iterable<Violation> {
  const { workload } = object;
  const replicas = standingReplicas(context.set, object);
  if (replicas === undefined) return;
  const rolling = rollingUpdateOf(workload, replicas, context.version);
  if (rolling === undefined || podsLeftBy(rolling, workload.kind, replicas) > 0) return;
  // One pod that alone may write to its volume cannot have a successor beside it: its outage is by choice.
  if (replicas === 1 && (!isDeploymentLike(workload) || mayWriteAlone(context.set, object))) return;
  yield {
    message: `maxUnavailable comes to ${rolling.unavailable} of ${count(replicas, 'replica')}, so a rollout takes all pods at once`,
    path: writtenPath(object, `${strategy.rollingPath}.maxUnavailable`, strategy.rollingPath, strategy.path, 'spec'),
    about: [`${strategy.rollingPath}.maxUnavailable`],
  };
}
