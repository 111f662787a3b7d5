import { steadyContainers } from '../../workloads/containers';
import { isRunning } from '../reading/subjects';
import { defineRule } from '../rule';

export const hookHandlerRuns = defineRule({
  id: 'hook-handler-runs',
  topic: 'stopping',
  since: '0.1.0',
  severity: 'error',
  title: 'A hook has a handler that the kubelet can run',
  why: 'The API server accepts a tcpSocket hook, and no kubelet can run it: as preStop it fails and is passed over, as postStart it kills the container each time it starts.',
  fix: 'Use `sleep`, `exec` or `httpGet` instead.',
  see: [
    'https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/#hook-handler-implementations',
    'https://github.com/kubernetes/kubernetes/blob/master/pkg/kubelet/lifecycle/handlers.go',
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
          lifecycle:
            preStop: { tcpSocket: { port: 8080 } }
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
          lifecycle:
            preStop: { sleep: { seconds: 10 } }
`,
  looksAt: isRunning,
  *check({ workload }) {
    for (const container of steadyContainers(workload.template)) {
      for (const hook of [container.postStart, container.preStop]) {
        if (hook?.handler?.type !== 'tcpSocket') continue;
        const outcome = hook.type === 'preStop' ? 'is passed over' : 'kills the container';
        yield {
          message: `the ${hook.type} hook of container "${container.name}" is a tcpSocket, which no kubelet can run: it ${outcome}`,
          path: `${hook.path}.tcpSocket`,
          about: [`${hook.path}.tcpSocket`],
          container: container.name,
        };
      }
    }
  },
});
