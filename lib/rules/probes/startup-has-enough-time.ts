import { earliestKill } from '../../lifecycle/arithmetic/timing';
import { steadyContainers } from '../../workloads/containers';
import { timingPaths } from '../../workloads/probes';
import { isLongRunning } from '../reading/subjects';
import { defineRule } from '../rule';

/** What an ordinary start takes on a busy node, in seconds. */
const SHORTEST_SECONDS = 30;

export const startupHasEnoughTime = defineRule({
  id: 'startup-has-enough-time',
  severity: 'warning',
  title: 'The startup probe leaves the app half a minute',
  why: 'The first failure of a startup probe counts at once, so it kills after initialDelay + (failures - 1) x period. A start that is slower than that, on a busy node or with a cold cache, never ends: CrashLoopBackOff.',
  fix: 'Raise `failureThreshold`: 30 failures at a period of 5 s leave 145 s, and a quick start is not slowed down.',
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
          startupProbe:
            httpGet: { path: /healthz, port: 8080 }
            periodSeconds: 10
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
`,
  looksAt: isLongRunning,
  *check({ workload }) {
    for (const container of steadyContainers(workload.template)) {
      const probe = container.startupProbe;
      if (probe === undefined || earliestKill(probe) >= SHORTEST_SECONDS) continue;
      yield {
        message: `the startup probe of container "${container.name}" can kill it ${earliestKill(probe)}s after its start (${probe.initialDelaySeconds}s + ${probe.failureThreshold - 1} x ${probe.periodSeconds}s), and ${SHORTEST_SECONDS}s are the least that a start may take`,
        path: probe.path,
        container: container.name,
        about: timingPaths(probe),
      };
    }
  },
});
