import { count } from '../../kubernetes/text/count';
import { singleWriterVolumes } from '../../workloads/claims';
import { deadlockOf, exclusionOf } from '../../workloads/exclusion';
import { standingReplicas } from '../../workloads/replicas';
import { rollingUpdateOf } from '../../workloads/update-strategy';
import { isRunningDeployment } from '../reading/subjects';
import { defineRule } from '../rule';

export const volumeAllowsRolling = defineRule({
  id: 'volume-allows-rolling',
  topic: 'rolling',
  since: '0.1.0',
  severity: 'warning',
  title: 'Pods that run side by side can mount their volume',
  why: 'A ReadWriteOnce volume is attached to one node. A second pod, be it a replica or the new one of a rollout, hangs in ContainerCreating (Multi-Attach error) wherever the scheduler puts it on another node.',
  fix: 'Use a StatefulSet with `volumeClaimTemplates`, a ReadWriteMany claim, or one replica with the strategy `Recreate`.',
  see: ['https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes'],
  bad: `
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: uploads }
spec:
  accessModes: [ReadWriteOnce]
  resources: { requests: { storage: 1Gi } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  replicas: 2
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
          volumeMounts: [{ name: uploads, mountPath: /uploads }]
      volumes:
        - name: uploads
          persistentVolumeClaim: { claimName: uploads }
`,
  good: `
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: uploads }
spec:
  accessModes: [ReadWriteMany]
  resources: { requests: { storage: 1Gi } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  replicas: 2
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
          volumeMounts: [{ name: uploads, mountPath: /uploads }]
      volumes:
        - name: uploads
          persistentVolumeClaim: { claimName: uploads }
`,
  looksAt: isRunningDeployment,
  *check(object, { set, version }) {
    const replicas = standingReplicas(set, object);
    if (replicas === undefined) return;
    const rolling = rollingUpdateOf(object.workload, replicas, version);
    const exclusion = exclusionOf(set, object);
    const waits =
      rolling !== undefined && deadlockOf(object.workload.kind, rolling, replicas, exclusion)?.over === 'claim';
    for (const { claim, path, sharing } of singleWriterVolumes(set, object)) {
      // That this never ends is said by rollout-can-progress.
      if (sharing === 'one-pod' && waits) continue;
      if (replicas < 2 && !waits) continue;
      const why =
        replicas > 1
          ? `its workload runs ${count(replicas, 'replica')}`
          : 'a rollout starts the new pod beside the old';
      yield { message: `claim "${claim}" can be mounted on one node at a time, and ${why}`, path };
    }
  },
});
