import { formatBytes, parseQuantity } from '../../kubernetes/text/quantity';
import { allContainers } from '../../kubernetes/views/pod-template';
import { LIMITS } from '../../lifecycle/documented-defaults';
import { podResourcesOf, resourcesOf } from '../reading/container-resources';
import { type HeapSetting, heapSettingsOf } from '../reading/heap-settings';
import { isRunning } from '../reading/subjects';
import { defineRule } from '../rule';

export const heapFitsMemory = defineRule({
  id: 'heap-fits-memory',
  topic: 'resources',
  since: '0.1.0',
  severity: 'warning',
  title: 'The heap leaves room below the memory limit',
  why: 'A process needs memory besides its heap: stacks, code, buffers. Where the heap alone may grow to the limit, the kernel kills the container before the runtime collects its garbage: OOMKilled under load.',
  fix: 'Set the heap to about three quarters of the memory limit, or raise the limit.',
  see: [
    'https://kubernetes.io/docs/tasks/configure-pod-container/assign-memory-resource/#exceed-a-container-s-memory-limit',
    'https://go.dev/doc/gc-guide#Memory_limit',
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
          env: [{ name: JAVA_TOOL_OPTIONS, value: '-Xms256m -Xmx1g' }]
          resources: { requests: { cpu: '1', memory: 1Gi }, limits: { memory: 1Gi } }
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
          env: [{ name: JAVA_TOOL_OPTIONS, value: '-Xms256m -Xmx768m' }]
          resources: { requests: { cpu: '1', memory: 1Gi }, limits: { memory: 1Gi } }
`,
  looksAt: isRunning,
  *check(object, context) {
    const podLimit = parseQuantity(podResourcesOf(object, context).limits.memory);
    for (const container of allContainers(object.workload.template)) {
      const limit = resourcesOf(object, container, context).memoryLimit ?? podLimit;
      if (limit === undefined) continue;
      for (const setting of heapSettingsOf(container)) {
        if (!isTooLarge(setting, limit)) continue;
        yield {
          message: `container "${container.name}" lets its heap grow to ${setting.percent === undefined ? formatBytes(setting.bytes ?? 0n) : `${setting.percent}%`} (${setting.text}), and its memory limit is ${formatBytes(limit)}`,
          path: setting.path,
          container: container.name,
        };
      }
    }
  },
});

function isTooLarge({ bytes, percent }: HeapSetting, limit: bigint): boolean {
  if (percent !== undefined) return percent > LIMITS.heapPercent.value;
  return bytes !== undefined && bytes >= limit;
}
