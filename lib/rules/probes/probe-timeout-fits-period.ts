import { changeField } from '../../fixing/change';
import { steadyContainers } from '../../workloads/containers';
import { probesOf, timingPaths } from '../../workloads/probes';
import { onProbe } from '../fixes/on-probe';
import { isRunning } from '../reading/subjects';
import { defineRule } from '../rule';

export const probeTimeoutFitsPeriod = defineRule({
  id: 'probe-timeout-fits-period',
  topic: 'probes',
  since: '0.1.0',
  severity: 'warning',
  title: 'A probe times out within its period',
  why: 'The kubelet runs a probe and waits for it before it starts the next. A timeout longer than the period stretches the period, so a broken container is noticed later than the numbers say.',
  fix: 'Lower `timeoutSeconds` to `periodSeconds` or less, or raise the period.',
  see: [
    'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#configure-probes',
  ],
  bad: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
          readinessProbe:
            httpGet: { path: /ready, port: 8080 }
            periodSeconds: 5
            timeoutSeconds: 10
`,
  good: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
          readinessProbe:
            httpGet: { path: /ready, port: 8080 }
            periodSeconds: 5
            timeoutSeconds: 3
`,
  looksAt: isRunning,
  *check({ workload }) {
    for (const container of steadyContainers(workload.template)) {
      for (const probe of probesOf(container)) {
        if (probe.timeoutSeconds <= probe.periodSeconds) continue;
        yield {
          message: `the ${probe.type} of container "${container.name}" waits ${probe.timeoutSeconds}s for an answer, and is to run every ${probe.periodSeconds}s`,
          path: probe.path,
          container: container.name,
          about: timingPaths(probe),
        };
      }
    }
  },
  /** Probes run one after the other, so a period below the timeout already lasts as long as the timeout. */
  autofix: onProbe(({ path, timeoutSeconds }) => changeField(`${path}.periodSeconds`, timeoutSeconds)),
});
