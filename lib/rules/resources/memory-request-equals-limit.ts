import { formatBytes } from '../../kubernetes/text/quantity';
import { allContainers } from '../../kubernetes/views/pod-template';
import { resourcesOf } from '../reading/container-resources';
import { writtenPath } from '../reading/field';
import { isRunning } from '../reading/subjects';
import { defineRule } from '../rule';

export const memoryRequestEqualsLimit = defineRule({
  id: 'memory-request-equals-limit',
  topic: 'resources',
  since: '0.1.0',
  severity: 'info',
  title: 'The memory request is as large as the limit',
  why: 'What a container uses above its request may not be there: when its node runs short, the pods above their requests are killed or evicted first, though they are within their limits.',
  fix: 'Set the memory request to the limit.',
  see: ['https://kubernetes.io/docs/concepts/scheduling-eviction/node-pressure-eviction/'],
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
          resources:
            requests: { cpu: 250m, memory: 128Mi }
            limits: { memory: 512Mi }
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
          resources:
            requests: { cpu: 250m, memory: 512Mi }
            limits: { memory: 512Mi }
`,
  looksAt: isRunning,
  *check(object, context) {
    for (const container of allContainers(object.workload.template)) {
      const { memoryRequest: request, memoryLimit: limit } = resourcesOf(object, container, context);
      if (request === undefined || limit === undefined || request >= limit) continue;
      yield {
        message: `container "${container.name}" may use ${formatBytes(limit)} of memory and requests ${formatBytes(request)}, so it can be killed for what it was allowed`,
        path: writtenPath(object, `${container.path}.resources.requests.memory`, container.path),
        container: container.name,
        about: ['requests', 'limits'].map((list) => `${container.path}.resources.${list}.memory`),
      };
    }
  },
});
