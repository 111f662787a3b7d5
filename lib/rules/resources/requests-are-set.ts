import { allContainers } from '../../kubernetes/views/pod-template';
import { podResourcesOf, resourcesOf } from '../reading/container-resources';
import { isRunning } from '../reading/subjects';
import { defineRule } from '../rule';

export const requestsAreSet = defineRule({
  id: 'requests-are-set',
  topic: 'resources',
  since: '0.1.0',
  severity: 'warning',
  title: 'A container requests CPU and memory',
  why: 'The scheduler counts requests alone. Pods without them are packed onto a full node, get what others leave, and are the first to be evicted. Many public manifests leave them out, since they cannot know the size; where they are run they have to be set.',
  fix: 'Set `resources.requests` for cpu and memory; a limit alone counts as the request too.',
  see: ['https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/'],
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
            limits: { memory: 256Mi }
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
            requests: { cpu: 250m }
            limits: { memory: 256Mi }
`,
  looksAt: isRunning,
  *check(object, context) {
    const pod = podResourcesOf(object, context);
    for (const container of allContainers(object.workload.template)) {
      const { cpuRequest, memoryRequest } = resourcesOf(object, container, context);
      const missing = [
        cpuRequest === undefined && pod.requests.cpu === undefined && pod.limits.cpu === undefined ? 'cpu' : '',
        memoryRequest === undefined && pod.requests.memory === undefined && pod.limits.memory === undefined
          ? 'memory'
          : '',
      ].filter((resource) => resource !== '');
      if (missing.length === 0) continue;
      yield {
        message: `container "${container.name}" requests no ${missing.join(' and no ')}, so the scheduler counts nothing for it`,
        path: container.path,
        container: container.name,
      };
    }
  },
});
