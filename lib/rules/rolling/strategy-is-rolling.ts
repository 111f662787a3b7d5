import { mayWriteAlone } from '../../workloads/claims';
import { isDeploymentLike, updateStrategyOf } from '../../workloads/update-strategy';
import { writtenPath } from '../reading/field';
import { isLongRunning, isServed } from '../reading/subjects';
import { defineRule } from '../rule';

export const strategyIsRolling = defineRule({
  id: 'strategy-is-rolling',
  topic: 'rolling',
  since: '0.1.0',
  severity: 'warning',
  title: 'A workload is updated by rolling',
  why: 'Recreate stops every pod before it starts the first new one: an outage as long as a stop and a start, at each change. OnDelete leaves old pods running until somebody deletes them, so what is deployed is not what runs.',
  fix: 'Use the strategy `RollingUpdate`.',
  see: [
    'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy',
    'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#update-strategies',
  ],
  bad: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  replicas: 3
  strategy: { type: Recreate }
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
  replicas: 3
  strategy:
    type: RollingUpdate
    rollingUpdate: { maxSurge: 1, maxUnavailable: 1 }
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
          ports: [{ containerPort: 8080 }]
`,
  looksAt: isLongRunning,
  *check(object, context) {
    const strategy = updateStrategyOf(object.workload);
    if (strategy === undefined) return;
    const path = writtenPath(object, `${strategy.path}.type`);
    if (strategy.type === 'OnDelete') {
      yield { message: 'the update strategy is OnDelete, so old pods run on until they are deleted by hand', path };
    }
    if (strategy.type !== 'Recreate' || !isDeploymentLike(object.workload) || !isServed(object, context)) return;
    if (mayWriteAlone(context.set, object)) return;
    yield {
      message: 'the strategy is Recreate, so at each change no pod serves until the first new one is ready',
      path,
    };
  },
});
