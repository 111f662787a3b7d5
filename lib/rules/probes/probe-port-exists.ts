import { steadyContainers } from '../../workloads/containers';
import { isUndeclaredName, probesOf } from '../../workloads/probes';
import { isRunning } from '../reading/subjects';
import { defineRule } from '../rule';

export const probePortExists = defineRule({
  id: 'probe-port-exists',
  topic: 'probes',
  since: '0.1.0',
  severity: 'error',
  title: 'A probe names a port that its container declares',
  why: "The kubelet looks up a named port among the ports of the probe's own container. Where it is not there the probe only ever errors, which counts neither as success nor as failure: a readiness probe never makes the pod Ready, a liveness probe never restarts it.",
  fix: 'Declare the port under that name in the same container, or write the number.',
  see: [
    'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#use-a-named-port',
    'https://github.com/prometheus-community/helm-charts/issues/7144',
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
            httpGet: { path: /ready, port: web }
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
            httpGet: { path: /ready, port: http }
`,
  looksAt: isRunning,
  *check({ workload }) {
    for (const container of steadyContainers(workload.template)) {
      for (const { handler, type, path } of probesOf(container)) {
        if (handler?.type !== 'httpGet' && handler?.type !== 'tcpSocket') continue;
        if (!isUndeclaredName(container, handler.port)) continue;
        yield {
          message: `the ${type} of container "${container.name}" asks port "${handler.port}", which the container does not declare`,
          path: `${path}.${handler.type}.port`,
          container: container.name,
        };
      }
    }
  },
});
