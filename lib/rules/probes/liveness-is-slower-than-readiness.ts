import { steadyContainers } from '../../workloads/containers';
import { asksTheSame, failureSeconds, showFailures, timingPaths } from '../../workloads/probes';
import { slowLiveness } from '../fixes/slow-liveness';
import { isLongRunning } from '../reading/subjects';
import { defineRule } from '../rule';

export const livenessIsSlowerThanReadiness = defineRule({
  id: 'liveness-is-slower-than-readiness',
  topic: 'probes',
  since: '0.1.0',
  severity: 'warning',
  title: 'The liveness probe is no quicker than the readiness probe',
  why: 'A container that does not answer should first lose its traffic and only then be restarted. Where the liveness probe gives up first, the container is killed while requests still reach it.',
  fix: 'Give the liveness probe a failureThreshold x periodSeconds that is larger than that of the readiness probe.',
  see: ['https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/'],
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
          livenessProbe:
            httpGet: { path: /healthz, port: 8080 }
            initialDelaySeconds: 60
            failureThreshold: 2
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
          livenessProbe:
            httpGet: { path: /healthz, port: 8080 }
            initialDelaySeconds: 60
            failureThreshold: 6
`,
  looksAt: isLongRunning,
  *check({ workload }) {
    for (const container of steadyContainers(workload.template)) {
      const { livenessProbe: liveness, readinessProbe: readiness } = container;
      if (liveness === undefined || readiness === undefined) continue;
      if (asksTheSame(container, liveness.handler, readiness.handler)) continue;
      if (failureSeconds(liveness) >= failureSeconds(readiness)) continue;
      yield {
        message: `the liveness probe of container "${container.name}" restarts it after ${showFailures(liveness)}, before its readiness probe takes its traffic away after ${showFailures(readiness)}`,
        path: liveness.path,
        container: container.name,
        about: [...timingPaths(liveness), ...timingPaths(readiness)],
      };
    }
  },
  autofix: slowLiveness,
});
