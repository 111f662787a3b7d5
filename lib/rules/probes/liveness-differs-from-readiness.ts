import { steadyContainers } from '../../workloads/containers';
import { asksTheSame, failureSeconds, showFailures, timingPaths } from '../../workloads/probes';
import { slowLiveness } from '../fixes/slow-liveness';
import { isLongRunning } from '../reading/subjects';
import { defineRule } from '../rule';

export const livenessDiffersFromReadiness = defineRule({
  id: 'liveness-differs-from-readiness',
  topic: 'probes',
  since: '0.1.0',
  severity: 'warning',
  title: 'Where liveness asks what readiness asks, it is more patient',
  why: 'One endpoint for both, with the same patience: whatever makes the pod unready restarts it as well. Under overload, or when a database is away, all pods restart at once instead of waiting. Most published manifests copy one probe to the other, so this is reported often, and rightly so.',
  fix: 'Let the liveness probe ask something that fails only when the process is broken, or give it a strictly larger failureThreshold x periodSeconds than the readiness probe.',
  see: [
    'https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/',
    'https://github.com/zegl/kube-score/issues/339',
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
          ports: [{ name: http, containerPort: 8080 }]
          readinessProbe:
            httpGet: { path: /health, port: http }
          livenessProbe:
            httpGet: { path: /health, port: 8080 }
            initialDelaySeconds: 60
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
          ports: [{ name: http, containerPort: 8080 }]
          readinessProbe:
            httpGet: { path: /health, port: http }
          livenessProbe:
            httpGet: { path: /health, port: 8080 }
            initialDelaySeconds: 60
            failureThreshold: 6
`,
  looksAt: isLongRunning,
  *check({ workload }) {
    for (const container of steadyContainers(workload.template)) {
      const { livenessProbe: liveness, readinessProbe: readiness } = container;
      if (liveness === undefined || readiness === undefined) continue;
      if (!asksTheSame(container, liveness.handler, readiness.handler)) continue;
      if (failureSeconds(liveness) > failureSeconds(readiness)) continue;
      yield {
        message: `the liveness probe of container "${container.name}" asks what its readiness probe asks and gives up after ${showFailures(liveness)}, no later than readiness after ${showFailures(readiness)}`,
        path: liveness.path,
        container: container.name,
        about: [...timingPaths(liveness), ...timingPaths(readiness)],
      };
    }
  },
  autofix: slowLiveness,
});
