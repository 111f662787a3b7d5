import { definePodDiagnosis } from '../../../lib/diagnosis/classes/diagnosis';
import { yaml } from '../../../lib/diagnosis/classes/yaml';
import { conditionIn, showCondition } from '../../../lib/diagnosis/evidence/condition';
import { describe } from '../../../lib/diagnosis/telling/command';

/** A diagnosis that the list does not hold, written as those are that it holds. */
export const POD_RESIZE_INFEASIBLE = definePodDiagnosis({
  id: 'PodResizeInfeasible',
  topic: 'pods',
  outcome: 'failed',
  role: 'cause',
  patience: { seconds: 45 },
  title: 'The node cannot give the pod the resources it was resized to',
  why: 'A pod that was resized in place keeps its old resources where its node has too little for the new ones.',
  fix: 'Resize the pod to what the node has, or replace the pod.',
  see: ['https://kubernetes.io/docs/tasks/configure-pod-container/resize-container-resources/'],
  evidence: yaml`
    apiVersion: v1
    kind: Pod
    metadata: { name: cart-6f7c9-abcde, namespace: shop }
    spec:
      nodeName: node-1
      containers:
        - name: web
          image: registry.example.com/shop/cart:1.4.2
    status:
      phase: Running
      conditions:
        - { type: Ready, status: 'True' }
        - { type: PodResizePending, status: 'True', reason: Infeasible, message: 'Node has 4 CPUs' }
  `,
  match(pod) {
    const condition = conditionIn(pod.conditions, 'PodResizePending', 'True');
    if (condition?.reason !== 'Infeasible') return undefined;
    return {
      cause: `the pod cannot be resized on its node: ${condition.message}`,
      proof: [showCondition(condition)],
      command: describe(pod.ref),
      sameAs: 'resize',
    };
  },
});
