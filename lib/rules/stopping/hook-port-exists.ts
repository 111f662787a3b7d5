import { steadyContainers } from '../../workloads/containers';
import { isUndeclaredName } from '../../workloads/probes';
import { isRunning } from '../reading/subjects';
import { defineRule } from '../rule';

export const hookPortExists = defineRule({
  id: 'hook-port-exists',
  topic: 'stopping',
  since: '0.1.0',
  severity: 'error',
  title: 'A hook names a port that its container declares',
  why: "The kubelet looks up a named port among the ports of the hook's own container. Where it is not there the hook fails: a preStop is passed over, a postStart kills the container.",
  fix: 'Declare the port under that name in the same container, or write the number.',
  see: ['https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/#hook-handler-implementations'],
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
          lifecycle:
            preStop: { httpGet: { path: /drain, port: admin } }
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
          lifecycle:
            preStop: { httpGet: { path: /drain, port: http } }
`,
  looksAt: isRunning,
  *check({ workload }) {
    for (const container of steadyContainers(workload.template)) {
      for (const hook of [container.postStart, container.preStop]) {
        if (hook?.handler?.type !== 'httpGet' || !isUndeclaredName(container, hook.handler.port)) continue;
        yield {
          message: `the ${hook.type} hook of container "${container.name}" asks port "${hook.handler.port}", which the container does not declare`,
          path: `${hook.path}.httpGet.port`,
          container: container.name,
        };
      }
    }
  },
});
