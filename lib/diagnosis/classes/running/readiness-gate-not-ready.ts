import { objectsOf, stringOf } from '../../../kubernetes/views/json';
import { conditionIn, showCondition } from '../../evidence/condition';
import { steadyContainersOf } from '../../evidence/pod-view';
import { describe, get } from '../../telling/command';
import { inQuotes } from '../../telling/printable';
import { definePodDiagnosis } from '../diagnosis';
import { yaml } from '../yaml';

export const READINESS_GATE_NOT_READY = definePodDiagnosis({
  id: 'ReadinessGateNotReady',
  topic: 'running',
  outcome: 'failed',
  role: 'cause',
  patience: { seconds: 120 },
  title: 'The containers are ready, but a readiness gate is not',
  why: 'A readiness gate is a condition set by something outside the pod, such as a load balancer controller. Until it is True, the pod gets no requests.',
  fix: 'Look at the controller that sets the condition; where there is none, remove the gate.',
  see: ['https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-readiness-gate'],
  evidence: yaml`
    apiVersion: v1
    kind: Pod
    metadata:
      name: cart-6f7c9-abcde
      namespace: shop
    spec:
      nodeName: node-1
      readinessGates:
        - conditionType: target-health.example.com/web
      containers:
        - name: web
          image: registry.example.com/shop/cart:1.4.2
    status:
      phase: Running
      conditions:
        - { type: ContainersReady, status: 'True' }
        - { type: Ready, status: 'False', reason: ReadinessGatesNotReady }
      containerStatuses:
        - name: web
          ready: true
          restartCount: 0
          state:
            running: {}
  `,
  match(pod) {
    if (pod.phase !== 'Running' || conditionIn(pod.conditions, 'Ready', 'True') !== undefined) return undefined;
    if (steadyContainersOf(pod).some(({ ready }) => ready === false)) return undefined;
    const gates = objectsOf(pod.spec.readinessGates).map(({ item }) => stringOf(item.conditionType) ?? '');
    const open = gates.filter((gate) => conditionIn(pod.conditions, gate, 'True') === undefined);
    const ready = conditionIn(pod.conditions, 'Ready', 'False');
    if (ready?.reason !== 'ReadinessGatesNotReady' && (open.length === 0 || ready === undefined)) return undefined;
    return {
      cause: `all containers are ready, but readiness gate ${open.map(inQuotes).join(', ') || '(not named)'} is not True`,
      proof: [...(ready === undefined ? [] : [showCondition(ready)])],
      command: get(pod.ref.namespace, 'pod', pod.ref.name, '-o', 'jsonpath={.status.conditions}'),
      more: [describe(pod.ref)],
      field: 'spec.readinessGates',
      sameAs: open.join(),
    };
  },
});
