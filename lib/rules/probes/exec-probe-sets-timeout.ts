import { changeField } from '../../fixing/change';
import { integerOf } from '../../kubernetes/views/json';
import { LIMITS } from '../../lifecycle/documented-defaults';
import { steadyContainers } from '../../workloads/containers';
import { probesOf } from '../../workloads/probes';
import { onProbe } from '../fixes/on-probe';
import { isRunning } from '../reading/subjects';
import { defineRule } from '../rule';

export const execProbeSetsTimeout = defineRule({
  id: 'exec-probe-sets-timeout',
  topic: 'probes',
  since: '0.1.0',
  severity: 'info',
  title: 'An exec probe says how long its command may take',
  why: 'Starting a process takes longer than a request does: on a busy node a command of milliseconds takes more than the default timeout of 1 s, and the probe fails though the app is well.',
  fix: 'Set `timeoutSeconds` to what the command may take on a busy node, such as 5, within the period.',
  see: [
    'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#configure-probes',
  ],
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
      containers:
        - name: postgres
          image: postgres:16.4
          readinessProbe:
            exec: { command: [pg_isready] }
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
      containers:
        - name: postgres
          image: postgres:16.4
          readinessProbe:
            exec: { command: [pg_isready] }
            timeoutSeconds: 5
`,
  looksAt: isRunning,
  *check({ workload }) {
    for (const container of steadyContainers(workload.template)) {
      for (const probe of probesOf(container)) {
        if (probe.handler?.type !== 'exec' || integerOf(probe.written.timeoutSeconds)) continue;
        yield {
          message: `the ${probe.type} of container "${container.name}" runs a command and leaves its timeout to the default of 1s`,
          path: probe.path,
          container: container.name,
        };
      }
    }
  },
  autofix: onProbe(({ path, periodSeconds }) =>
    changeField(`${path}.timeoutSeconds`, Math.min(LIMITS.execTimeout.value, periodSeconds)),
  ),
});
