import { changeField } from '../../fixing/change';
import { onContainer } from '../../fixing/on-container';
import { HANDLER_TYPES } from '../../kubernetes/views/handler';
import type { Json } from '../../kubernetes/views/json';
import { earliestKill } from '../../lifecycle/arithmetic/timing';
import { DEFAULTS, LIMITS } from '../../lifecycle/documented-defaults';
import { steadyContainers } from '../../workloads/containers';
import { timingPaths } from '../../workloads/probes';
import { isLongRunning } from '../reading/subjects';
import { defineRule } from '../rule';

export const slowStartIsCovered = defineRule({
  id: 'slow-start-is-covered',
  topic: 'probes',
  since: '0.1.0',
  severity: 'warning',
  title: 'A liveness probe leaves the app time to start',
  why: 'The liveness probe counts from the start of the container, and its first failure counts at once. An app that once starts slower than usual (a cold cache, a busy node, a long migration) is killed before it is up, starts again just as slowly, and ends in CrashLoopBackOff. The defaults of Kubernetes leave 20 s: less than that is a warning, less than 50 s advice.',
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
      const seconds = earliestKill(probe);
      if (seconds >= LIMITS.liveness.value.info) continue;
      yield {
        message: `container "${container.name}" has no startup probe, and its liveness probe can kill it ${seconds}s after its start (${probe.initialDelaySeconds}s + ${probe.failureThreshold - 1} x ${probe.periodSeconds}s)`,
        path: probe.path,
        container: container.name,
        about: timingPaths(probe),
        severity: seconds < LIMITS.liveness.value.warning ? 'warning' : 'info',
      };
    }
  },
  /** Adds a startup probe with the liveness probe's own handler and the documented numbers. */
  autofix: onContainer((container) => {
    const { livenessProbe } = container;
    const type = HANDLER_TYPES.find((name) => livenessProbe?.written[name] != null);
    if (livenessProbe === undefined || type === undefined) return { because: 'it has no liveness probe to copy' };
    const { periodSeconds, failureThreshold } = DEFAULTS.startup.value;
    const { timeoutSeconds } = livenessProbe.written;
    return changeField(`${container.path}.startupProbe`, {
      [type]: livenessProbe.written[type] as Json,
      periodSeconds: Math.max(periodSeconds, livenessProbe.timeoutSeconds),
      failureThreshold,
      ...(timeoutSeconds === undefined ? {} : { timeoutSeconds }),
    });
  }),
});
