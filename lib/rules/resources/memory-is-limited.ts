import { allContainers } from '../../kubernetes/views/pod-template';
import { podResourcesOf, resourcesOf } from '../reading/container-resources';
import { isRunning } from '../reading/subjects';
import { defineRule } from '../rule';

export const memoryIsLimited = defineRule({
  id: 'memory-is-limited',
  topic: 'resources',
  since: '0.1.0',
  severity: 'warning',
  title: 'A container has a memory limit',
  why: 'A container without memory limit that leaks takes the memory of its node, and the kernel then kills whatever it finds, the pods of others among them. Many public manifests leave it out, since they cannot know the size; where they are run it has to be set.',
  fix: 'Set `resources.limits.memory` to what the app needs at its peak, and the request to the same.',
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
            requests: { cpu: 250m, memory: 256Mi }
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
            requests: { cpu: 250m, memory: 256Mi }
            limits: { memory: 256Mi }
`,
  looksAt: isRunning,
  *check(object, context) {
    if (podResourcesOf(object, context).limits.memory !== undefined) return;
    for (const container of allContainers(object.workload.template)) {
      if (resourcesOf(object, container, context).memoryLimit !== undefined) continue;
      yield {
        message: `container "${container.name}" has no memory limit, so a leak takes the memory of its node`,
        path: container.path,
        container: container.name,
      };
    }
  },
});
