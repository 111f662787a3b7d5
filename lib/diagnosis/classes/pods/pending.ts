import { stringOf } from '../../../kubernetes/views/json';
import { seriousness } from '../../reading/waiting';
import { describe, events } from '../../telling/command';
import { inQuotes, shownDuration } from '../../telling/printable';
import { definePodDiagnosis } from '../diagnosis';
import { yaml } from '../yaml';

export const PENDING = definePodDiagnosis({
  id: 'Pending',
  topic: 'pods',
  outcome: 'waiting',
  role: 'alone',
  title: 'The pod was accepted, and nothing else has happened yet',
  why: 'The scheduler has not placed the pod, or the node has not started on it.',
  fix: 'Wait; if it takes long, read the events of the pod, and check that a scheduler is running.',
  see: ['https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-phase'],
  evidence: yaml`
    apiVersion: v1
    kind: Pod
    metadata:
      name: cart-6f7c9-abcde
      namespace: shop
    spec:
      containers:
        - name: web
          image: registry.example.com/shop/cart:1.4.2
    status:
      phase: Pending
  `,
  match(pod, evidence) {
    if (pod.phase !== 'Pending' && pod.phase !== '') return undefined;
    const lasted = evidence.since(pod.created);
    const scheduler = stringOf(pod.spec.schedulerName);
    const own =
      scheduler === undefined || scheduler === 'default-scheduler' ? '' : ` (its scheduler is ${inQuotes(scheduler)})`;
    return {
      cause: `${pod.nodeName === undefined ? `no scheduler has placed the pod yet${own}` : `node ${inQuotes(pod.nodeName)} has not started on the pod yet`}${lasted === undefined ? '' : `, for ${shownDuration(lasted)} now`}`,
      proof: [pod.phase === '' ? 'no status' : 'phase Pending, no container status'],
      command: events(pod.ref),
      more: [describe(pod.ref)],
      severity: seriousness(lasted),
      sameAs: 'pending',
    };
  },
});
