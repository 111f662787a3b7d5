import type { WorkloadObject } from '../../kubernetes/set/manifest-set';
import { count } from '../../kubernetes/text/count';
import { type Deadlock, deadlockOf, exclusionOf } from '../../workloads/exclusion';
import { standingReplicas } from '../../workloads/replicas';
import { rollingUpdateOf, updateStrategyOf } from '../../workloads/update-strategy';
import { isLongRunning } from '../reading/subjects';
import { defineRule, type Violation } from '../rule';

export const rolloutCanProgress = defineRule({
  id: 'rollout-can-progress',
  topic: 'rolling',
  since: '0.1.0',
  severity: 'error',
  title: 'A new pod can start, or an old one may go',
  why: 'A rollout with maxUnavailable 0 waits for the new pod before it takes an old one. Where both need what only one can have (a port of the node, a ReadWriteOncePod volume), each waits for the other, and the rollout never ends. A Deployment with a host port is a warning: it goes on wherever a node is free.',
  fix: 'Allow `maxUnavailable: 1`, or take away what they share.',
  see: [
    'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#rolling-update-deployment',
    'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes',
  ],
  bad: `
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: data }
spec:
  accessModes: [ReadWriteOncePod]
  resources: { requests: { storage: 1Gi } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: db }
spec:
  selector: { matchLabels: { app: db } }
  template:
    metadata: { labels: { app: db } }
    spec:
      containers:
        - name: db
          image: registry.example.com/db:1.4.2
          volumeMounts: [{ name: data, mountPath: /data }]
      volumes:
        - name: data
          persistentVolumeClaim: { claimName: data }
`,
  good: `
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: data }
spec:
  accessModes: [ReadWriteOncePod]
  resources: { requests: { storage: 1Gi } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: db }
spec:
  strategy: { type: Recreate }
  selector: { matchLabels: { app: db } }
  template:
    metadata: { labels: { app: db } }
    spec:
      containers:
        - name: db
          image: registry.example.com/db:1.4.2
          volumeMounts: [{ name: data, mountPath: /data }]
      volumes:
        - name: data
          persistentVolumeClaim: { claimName: data }
`,
  looksAt: isLongRunning,
  *check(object, context) {
    const { workload } = object;
    // Whether a DaemonSet surges does not hang on the number of its nodes.
    const pods = workload.kind === 'DaemonSet' ? 1 : standingReplicas(context.set, object);
    const rolling = pods === undefined ? undefined : rollingUpdateOf(workload, pods, context.version);
    if (pods === undefined || rolling === undefined) return;
    const deadlock = deadlockOf(workload.kind, rolling, pods, exclusionOf(context.set, object));
    if (deadlock !== undefined) yield* told(object, deadlock);
  },
});

function* told(object: WorkloadObject, deadlock: Deadlock): Iterable<Violation> {
  if (deadlock.over === 'claim') {
    const { claim, staying } = deadlock;
    // That the pods of two nodes cannot share a volume is said by volume-allows-rolling.
    if (claim.sharing !== 'one-pod') return;
    yield {
      message: `claim "${claim.claim}" can be mounted by one pod, and the rollout keeps ${count(staying, 'old pod')} until a new one is ready`,
      path: claim.path,
      fix: 'Use the strategy `Recreate`, or one replica with `maxUnavailable: 1` and `maxSurge: 0`.',
    };
  } else if (object.workload.kind === 'DaemonSet') {
    yield {
      message: `maxSurge starts a second pod on the same node, and port ${deadlock.hostPort.port} of the node is taken by the first`,
      path: `${updateStrategyOf(object.workload)?.rollingPath}.maxSurge`,
      fix: 'Use `maxUnavailable` instead of `maxSurge`, or take away the host port.',
    };
  } else {
    const { port, path } = deadlock.hostPort;
    yield {
      message: `port ${port} of the node is taken by the old pod, and with maxUnavailable 0 each new pod needs a node that is free of it`,
      path,
      severity: 'warning',
    };
  }
}
