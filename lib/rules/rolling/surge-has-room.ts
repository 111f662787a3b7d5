import type { WorkloadObject } from '../../kubernetes/set/manifest-set';
import { count } from '../../kubernetes/text/count';
import { standingReplicas } from '../../workloads/replicas';
import { type SurgeRoom, surgeRoomOf, USUAL_DOMAINS } from '../../workloads/surge-room';
import { rollingUpdateOf, updateStrategyOf } from '../../workloads/update-strategy';
import { writtenPath } from '../reading/field';
import { isRunningDeployment } from '../reading/subjects';
import { defineRule, type Violation } from '../rule';

export const surgeHasRoom = defineRule({
  id: 'surge-has-room',
  topic: 'rolling',
  since: '0.1.0',
  severity: 'error',
  title: 'A new pod finds room beside the old ones',
  why: 'Where maxUnavailable comes to 0, a rollout adds a pod before it takes one away. A quota that the pods fill refuses it; under a required anti-affinity it needs a node (or zone) more than there are pods, and stays Pending where there is none; a GPU more has to be free. The default, 25%, comes to 0 below 4 replicas.',
  fix: 'Set `maxUnavailable: 1` and `maxSurge: 0`, or make room for one pod more.',
  see: [
    'https://kubernetes.io/docs/concepts/policy/resource-quotas/',
    'https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#inter-pod-affinity-and-anti-affinity',
    'https://github.com/kubernetes/kubernetes/issues/56539',
  ],
  bad: `
apiVersion: v1
kind: ResourceQuota
metadata: { name: team }
spec:
  hard: { pods: '3' }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  replicas: 3
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
`,
  good: `
apiVersion: v1
kind: ResourceQuota
metadata: { name: team }
spec:
  hard: { pods: '4' }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  replicas: 3
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
`,
  looksAt: isRunningDeployment,
  *check(object, { set, version }) {
    const { workload } = object;
    const pods = standingReplicas(set, object);
    const rolling = pods === undefined ? undefined : rollingUpdateOf(workload, pods, version);
    if (pods === undefined || rolling === undefined || rolling.unavailable > 0) return;
    yield* told(object, surgeRoomOf(set, object), pods);
  },
});

function* told(object: WorkloadObject, { apart, device, quota }: SurgeRoom, pods: number): Iterable<Violation> {
  if (quota !== undefined) {
    const { path, rollingPath } = updateStrategyOf(object.workload) ?? { path: 'spec', rollingPath: 'spec' };
    yield {
      message: `ResourceQuota "${quota.name}" allows ${quota.hard} ${quota.resource}, the workloads of its namespace use ${quota.used}, and the pod that a rollout adds first needs ${quota.needed} more: it is refused, and with maxUnavailable 0 the rollout waits for it without end`,
      path: writtenPath(object, `${rollingPath}.maxUnavailable`, rollingPath, path, 'spec'),
      fix: wayOut(pods, 'raise the quota by one pod'),
    };
  }
  if (apart !== undefined) {
    const { domain } = apart;
    yield {
      message: `the required anti-affinity keeps each new pod off every ${domain} that has an old one, and with maxUnavailable 0 the rollout needs a ${domain} more than the ${count(pods, 'pod')}: on ${count(pods, domain)} it waits without end`,
      path: apart.path,
      severity: pods >= USUAL_DOMAINS ? 'warning' : 'info',
      fix: wayOut(pods, `use \`preferredDuringSchedulingIgnoredDuringExecution\`, or have a ${domain} free for it`),
    };
  }
  if (device !== undefined) {
    yield {
      message: `container "${device.container}" needs ${device.resource}, and with maxUnavailable 0 a rollout needs one more than the ${count(pods, 'pod')} have: it waits until one is free`,
      path: device.path,
      severity: 'info',
      container: device.container,
      fix: wayOut(pods, `keep one ${device.resource} free for it`),
    };
  }
}

/** A single pod cannot go before its successor is there: that would be the outage that other rules tell. */
function wayOut(pods: number, otherwise: string): string {
  if (pods === 1) return `${otherwise.charAt(0).toUpperCase()}${otherwise.slice(1)}.`;
  return `Set \`maxUnavailable: 1\` and \`maxSurge: 0\`, or ${otherwise}.`;
}
