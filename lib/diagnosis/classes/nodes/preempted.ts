import { showCondition } from '../../evidence/condition';
import { disruption, proofOf } from '../../reading/node-facts';
import { describe, events } from '../../telling/command';
import { inQuotes } from '../../telling/printable';
import { defineNodeDiagnosis } from '../node-diagnosis';
import { yaml } from '../yaml';

export const PREEMPTED = defineNodeDiagnosis({
  id: 'Preempted',
  title: 'The pod was preempted by a pod of higher priority',
  why: 'The scheduler, or the kubelet for a critical pod, preempts pods of lower priority when there is no room. A PodDisruptionBudget is honored only where possible.',
  fix: 'Give the pod a priority class that matches its importance, or add nodes.',
  see: 'https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/',
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
      phase: Failed
      reason: Preempting
      message: "Preempted in order to admit critical pod"
  `,
  match(pod) {
    const condition = disruption(pod, 'PreemptionByScheduler');
    if (!['Preempting', 'Preempted', 'PreemptionByScheduler'].includes(pod.reason) && condition === undefined)
      return undefined;
    return {
      cause: `the pod was preempted on node ${inQuotes(pod.nodeName)} by a pod of higher priority`,
      proof: condition === undefined ? proofOf(pod) : [showCondition(condition)],
      command: describe(pod.ref),
      more: [events(pod.ref)],
      field: 'spec.priorityClassName',
      sameAs: 'preempted',
    };
  },
});
