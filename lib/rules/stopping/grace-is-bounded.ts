import { LIMITS } from '../../lifecycle/documented-defaults';
import { isRunning } from '../reading/subjects';
import { defineRule } from '../rule';

export const graceIsBounded = defineRule({
  id: 'grace-is-bounded',
  topic: 'stopping',
  since: '0.1.0',
  severity: 'info',
  title: 'A pod stops within ten minutes',
  why: 'Cluster autoscalers and node upgrades wait ten minutes for a pod to stop and then go on without it: a longer grace period is cut short by them.',
  fix: 'Lower `terminationGracePeriodSeconds` to 600 or less; work that takes longer should be handed back and resumed.',
  see: [
    'https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/FAQ.md#does-ca-respect-gracefultermination-in-scale-down',
  ],
  bad: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: worker }
spec:
  selector: { matchLabels: { app: worker } }
  template:
    metadata: { labels: { app: worker } }
    spec:
      terminationGracePeriodSeconds: 3600
      containers:
        - name: worker
          image: registry.example.com/worker:1.4.2
`,
  good: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: worker }
spec:
  selector: { matchLabels: { app: worker } }
  template:
    metadata: { labels: { app: worker } }
    spec:
      terminationGracePeriodSeconds: 300
      containers:
        - name: worker
          image: registry.example.com/worker:1.4.2
`,
  looksAt: isRunning,
  *check({ workload }) {
    const { terminationGracePeriodSeconds: grace, path } = workload.template;
    if (grace <= LIMITS.gracePeriod.value) return;
    yield {
      message: `the grace period is ${grace}s, and node drains and autoscalers wait ${LIMITS.gracePeriod.value}s`,
      path: `${path}.terminationGracePeriodSeconds`,
    };
  },
});
