import { failureSeconds, steadyContainers } from './probes';
import { defineRule } from './rule';
import { isLongRunning } from './subjects';

/** Below the first an ordinary start is killed on a busy node; below the second a slow one. In seconds. */
const SHORT = { warning: 30, info: 60 };

export const slowStartIsCovered = defineRule({
  id: 'slow-start-is-covered',
  severity: 'warning',
  title: 'A liveness probe leaves the app time to start',
  why: 'The liveness probe counts from the start of the container. An app that once starts slower than usual (a cold cache, a busy node, a long migration) is killed before it is up, starts again just as slowly, and ends in CrashLoopBackOff. The defaults of Kubernetes leave 20 to 30 s, so most manifests that have only a liveness probe are told. Less than 30 s is a warning, less than 60 s advice.',
  fix: 'Add a `startupProbe` with the same handler and enough failures for the slowest start, such as `periodSeconds: 5` and `failureThreshold: 30`.',
  see: [
    'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#define-startup-probes',
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
          livenessProbe:
            httpGet: { path: /healthz, port: 8080 }
            initialDelaySeconds: 5
            periodSeconds: 5
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
          startupProbe:
            httpGet: { path: /healthz, port: 8080 }
            periodSeconds: 5
            failureThreshold: 30
          livenessProbe:
            httpGet: { path: /healthz, port: 8080 }
            periodSeconds: 5
`,
  looksAt: isLongRunning,
  *check({ workload }) {
    for (const container of steadyContainers(workload.template)) {
      const { livenessProbe: probe, startupProbe } = container;
      if (probe === undefined || startupProbe !== undefined) continue;
      const seconds = probe.initialDelaySeconds + failureSeconds(probe);
      if (seconds >= SHORT.info) continue;
      yield {
        message: `container "${container.name}" has no startup probe, and its liveness probe allows ${seconds}s for a start (${probe.initialDelaySeconds}s + ${probe.failureThreshold} x ${probe.periodSeconds}s)`,
        path: probe.path,
        container: container.name,
        severity: seconds < SHORT.warning ? 'warning' : 'info',
      };
    }
  },
});
