import type { WorkloadObject } from '../kubernetes/manifest-set';
import { hostPortsOf } from './host-ports';
import { standingReplicas } from './replicas';
import { defineRule, type RuleContext, type Violation } from './rule';
import { isLongRunning } from './subjects';
import { isDeploymentLike, resolveRolling, updateStrategyOf } from './update-strategy';
import { singleWriterVolumes } from './volumes';

export const rolloutCanProgress = defineRule({
  id: 'rollout-can-progress',
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
    if (object.workload.kind === 'DaemonSet') yield* checkDaemonSet(object);
    else if (isDeploymentLike(object.workload)) yield* checkDeployment(object, context);
  },
});

function* checkDaemonSet({ workload }: WorkloadObject): Iterable<Violation> {
  const strategy = updateStrategyOf(workload);
  const maxSurge = strategy?.type === 'RollingUpdate' ? (strategy.rolling.maxSurge ?? 0) : 0;
  const [taken] = hostPortsOf(workload.template);
  if (maxSurge === 0 || maxSurge === '0%' || taken === undefined || strategy === undefined) return;
  yield {
    message: `maxSurge starts a second pod on the same node, and port ${taken.port} of the node is taken by the first`,
    path: `${strategy.rollingPath}.maxSurge`,
    fix: 'Use `maxUnavailable` instead of `maxSurge`, or take away the host port.',
  };
}

function* checkDeployment(object: WorkloadObject, { set, version }: RuleContext): Iterable<Violation> {
  const replicas = standingReplicas(set, object);
  const rolling = replicas === undefined ? undefined : resolveRolling(object.workload, replicas, version);
  if (rolling === undefined || rolling.unavailable > 0) return;
  const claim = singleWriterVolumes(set, object).find(({ sharing }) => sharing === 'one-pod');
  if (claim !== undefined) {
    yield {
      message: `claim "${claim.claim}" can be mounted by one pod, and with maxUnavailable 0 the old pod keeps it until the new one is ready`,
      path: claim.path,
      fix: 'Use the strategy `Recreate`, or `maxUnavailable: 1` with `maxSurge: 0`.',
    };
    return;
  }
  const [taken] = hostPortsOf(object.workload.template);
  if (taken === undefined) return;
  yield {
    message: `port ${taken.port} of the node is taken by the old pod, and with maxUnavailable 0 each new pod needs a node that is free of it`,
    path: taken.path,
    severity: 'warning',
  };
}
