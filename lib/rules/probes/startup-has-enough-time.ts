import { changeField } from '../../fixing/change';
import { onContainer } from '../../fixing/on-container';
import { earliestKill, failureThresholdFor } from '../../lifecycle/arithmetic/timing';
import { LIMITS } from '../../lifecycle/documented-defaults';
import { steadyContainers } from '../../workloads/containers';
import { timingPaths } from '../../workloads/probes';
import { isLongRunning } from '../reading/subjects';
import { defineRule } from '../rule';

export const startupHasEnoughTime = defineRule({
  id: 'startup-has-enough-time',
  topic: 'probes',
  since: '0.1.0',
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
      if (probe === undefined || earliestKill(probe) >= LIMITS.startup.value) continue;
      yield {
        message: `the startup probe of container "${container.name}" can kill it ${earliestKill(probe)}s after its start (${probe.initialDelaySeconds}s + ${probe.failureThreshold - 1} x ${probe.periodSeconds}s), and ${LIMITS.startup.value}s are the least that a start may take`,
        path: probe.path,
        container: container.name,
        about: timingPaths(probe),
      };
    }
  },
  autofix: onContainer(({ startupProbe }) => {
    if (startupProbe === undefined) return { because: 'its startup probe is not known' };
    const { path, initialDelaySeconds, periodSeconds } = startupProbe;
    return changeField(
      `${path}.failureThreshold`,
      failureThresholdFor(LIMITS.startup.value, initialDelaySeconds, periodSeconds),
    );
  }),
});
