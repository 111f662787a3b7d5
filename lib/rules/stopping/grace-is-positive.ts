import { integerOf } from '../../kubernetes/views/json';
import { raiseGrace } from '../fixes/raise-grace';
import { isRunning } from '../reading/subjects';
import { defineRule } from '../rule';

export const graceIsPositive = defineRule({
  id: 'grace-is-positive',
  topic: 'stopping',
  since: '0.1.0',
  severity: 'error',
  title: 'A pod has time to stop',
  why: 'With a grace period of 0 or less the kubelet counts 1 s: preStop hooks are cut short, and the app is killed with its requests in flight, its files unflushed.',
  fix: 'Leave `terminationGracePeriodSeconds` out (30 s), or set it to the preStop sleep plus the longest request plus a margin.',
  see: ['https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination'],
  bad: `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db }
spec:
  serviceName: db
  selector: { matchLabels: { app: db } }
  template:
    metadata: { labels: { app: db } }
    spec:
      terminationGracePeriodSeconds: 0
      containers:
        - name: postgres
          image: postgres:16.4
`,
  good: `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db }
spec:
  serviceName: db
  selector: { matchLabels: { app: db } }
  template:
    metadata: { labels: { app: db } }
    spec:
      terminationGracePeriodSeconds: 120
      containers:
        - name: postgres
          image: postgres:16.4
`,
  looksAt: isRunning,
  *check({ workload }) {
    const { spec, path } = workload.template;
    const grace = integerOf(spec.terminationGracePeriodSeconds);
    if (grace === undefined || grace > 0) return;
    yield {
      message: `the grace period is ${grace}s, so every container is killed about 2s after its pod is deleted`,
      path: `${path}.terminationGracePeriodSeconds`,
    };
  },
  autofix: raiseGrace,
});
