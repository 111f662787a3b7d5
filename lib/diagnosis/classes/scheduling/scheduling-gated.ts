import { objectsOf, stringOf } from '../../../kubernetes/views/json';
import { conditionIn } from '../../evidence/condition';
import { describe } from '../../telling/command';
import { inQuotes } from '../../telling/printable';
import { definePodDiagnosis } from '../diagnosis';
import { yaml } from '../yaml';

export const SCHEDULING_GATED = definePodDiagnosis({
  id: 'SchedulingGated',
  topic: 'scheduling',
  outcome: 'waiting',
  role: 'alone',
  title: 'The pod is waiting for its scheduling gates to be removed',
  why: 'The scheduler ignores a pod that has scheduling gates; a controller (a queue, a quota) removes the gates.',
  fix: 'Look at the controller that owns the gate.',
  see: ['https://kubernetes.io/docs/concepts/scheduling-eviction/pod-scheduling-readiness/'],
  evidence: yaml`
    apiVersion: v1
    kind: Pod
    metadata:
      name: cart-6f7c9-abcde
      namespace: shop
    spec:
      schedulingGates:
        - name: kueue.x-k8s.io/admission
      containers:
        - name: web
          image: registry.example.com/shop/cart:1.4.2
    status:
      phase: Pending
      conditions:
        - type: PodScheduled
          status: 'False'
          reason: SchedulingGated
  `,
  match(pod) {
    const condition = conditionIn(pod.conditions, 'PodScheduled', 'False');
    const gates = objectsOf(pod.spec.schedulingGates).map(({ item }) => stringOf(item.name) ?? '');
    const isGated =
      condition?.reason === 'SchedulingGated' ||
      pod.reason === 'SchedulingGated' ||
      (gates.length > 0 && pod.nodeName === undefined && pod.phase === 'Pending');
    if (!isGated) return undefined;
    return {
      cause: `the pod is waiting for its scheduling ${gates.length === 1 ? 'gate' : 'gates'} ${gates.map(inQuotes).join(', ')} to be removed`,
      proof: [`PodScheduled=False SchedulingGated`],
      command: describe(pod.ref),
      field: 'spec.schedulingGates',
      sameAs: gates.join(),
    };
  },
});
