import type { WorkloadObject } from '../../kubernetes/set/manifest-set';
import { formatBytes, parseQuantity } from '../../kubernetes/text/quantity';
import { objectOf, objectsOf } from '../../kubernetes/views/json';
import { allContainers } from '../../kubernetes/views/pod-template';
import { resourcesOf } from '../reading/container-resources';
import { writtenPath } from '../reading/field';
import { isRunning } from '../reading/subjects';
import { defineRule, type RuleContext } from '../rule';

export const tmpfsFitsMemory = defineRule({
  id: 'tmpfs-fits-memory',
  topic: 'resources',
  since: '0.1.0',
  severity: 'info',
  title: 'A volume in memory is smaller than the memory limit',
  why: 'What is written to an emptyDir of medium Memory counts as memory of the container. Without a size, or with one above the limit, files that pile up get the container killed.',
  fix: 'Set `sizeLimit` below the memory limit of the containers that mount the volume.',
  see: ['https://kubernetes.io/docs/concepts/storage/volumes/#emptydir'],
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
          volumeMounts: [{ name: cache, mountPath: /cache }]
          resources: { requests: { cpu: 250m, memory: 256Mi }, limits: { memory: 256Mi } }
      volumes: [{ name: cache, emptyDir: { medium: Memory } }]
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
          volumeMounts: [{ name: cache, mountPath: /cache }]
          resources: { requests: { cpu: 250m, memory: 256Mi }, limits: { memory: 256Mi } }
      volumes: [{ name: cache, emptyDir: { medium: Memory, sizeLimit: 64Mi } }]
`,
  looksAt: isRunning,
  *check(object, context) {
    for (const { name, path, written } of object.workload.template.volumes) {
      const emptyDir = objectOf(written.emptyDir);
      if (emptyDir.medium !== 'Memory') continue;
      const size = parseQuantity(emptyDir.sizeLimit);
      const limit = largestLimit(object, name, context);
      if (size !== undefined && size > 0n && (limit === undefined || size <= limit)) continue;
      const why = !size
        ? 'has no sizeLimit'
        : `may hold ${formatBytes(size)}, and the containers that mount it may use ${formatBytes(limit ?? 0n)}`;
      yield {
        message: `volume "${name}" is kept in memory and ${why}`,
        path: writtenPath(object, `${path}.emptyDir.sizeLimit`, `${path}.emptyDir`),
      };
    }
  },
});

/** The largest memory limit among the containers that mount a volume; undefined where one of them has none. */
function largestLimit(object: WorkloadObject, volume: string, context: RuleContext): bigint | undefined {
  const mounting = allContainers(object.workload.template).filter(({ written }) =>
    objectsOf(written.volumeMounts).some(({ item }) => item.name === volume),
  );
  let largest: bigint | undefined;
  for (const container of mounting) {
    const { memoryLimit } = resourcesOf(object, container, context);
    if (memoryLimit === undefined) return undefined;
    if (largest === undefined || memoryLimit > largest) largest = memoryLimit;
  }
  return largest;
}
