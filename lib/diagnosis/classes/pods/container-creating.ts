import { isUncreated, showState, steadyContainersOf } from '../../evidence/pod-view';
import { seriousness } from '../../reading/waiting';
import { describe, events } from '../../telling/command';
import { inQuotes, shownDuration } from '../../telling/printable';
import { definePodDiagnosis } from '../diagnosis';
import { yaml } from '../yaml';

export const CONTAINER_CREATING = definePodDiagnosis({
  id: 'ContainerCreating',
  topic: 'pods',
  outcome: 'waiting',
  role: 'alone',
  title: 'The containers are being created',
  why: 'The node mounts volumes, creates the sandbox and pulls images. Only events show how far it has come and what stops it.',
  fix: 'Wait; if it takes minutes, read the events of the pod.',
  see: ['https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-phase'],
  evidence: yaml`
    apiVersion: v1
    kind: Pod
    metadata:
      name: cart-6f7c9-abcde
      namespace: shop
    spec:
      nodeName: node-1
      containers:
        - name: web
          image: registry.example.com/shop/cart:1.4.2
    status:
      phase: Pending
      containerStatuses:
        - name: web
          ready: false
          restartCount: 0
          state:
            waiting:
              reason: ContainerCreating
  `,
  match(pod, evidence) {
    if (pod.phase === 'Failed') return undefined;
    const container = steadyContainersOf(pod).find(isUncreated);
    if (container === undefined) return undefined;
    const lasted = evidence.since(pod.started ?? pod.created);
    const known = evidence.eventsOf(pod).length > 0;
    return {
      container: container.name,
      cause: `container ${inQuotes(container.name)} is being created on node ${inQuotes(pod.nodeName)}${lasted === undefined ? '' : `, for ${shownDuration(lasted)} now`}${known ? '' : '; events would show whether a volume, the network or the image keeps it waiting'}`,
      proof: [showState(container)],
      command: events(pod.ref),
      more: [describe(pod.ref)],
      severity: seriousness(lasted),
      sameAs: 'creating',
    };
  },
});
