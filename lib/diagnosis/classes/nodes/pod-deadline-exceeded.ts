import { proofOf } from '../../reading/node-facts';
import { describe, logs } from '../../telling/command';
import { defineNodeDiagnosis } from '../node-diagnosis';
import { yaml } from '../yaml';

export const POD_DEADLINE_EXCEEDED = defineNodeDiagnosis({
  id: 'PodDeadlineExceeded',
  title: 'The pod ran longer than its activeDeadlineSeconds',
  why: 'The deadline of a pod counts from its start, restarts and waiting included; once it passes, all containers are killed.',
  fix: 'Raise the deadline, or find out what the pod waited for.',
  see: 'https://kubernetes.io/docs/concepts/workloads/controllers/job/#job-termination-and-cleanup',
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
      reason: DeadlineExceeded
      message: "Pod was active on the node longer than the specified deadline"
  `,
  match(pod) {
    if (pod.reason !== 'DeadlineExceeded') return undefined;
    const seconds = pod.spec.activeDeadlineSeconds;
    return {
      cause: `the pod was active longer than its deadline${typeof seconds === 'number' ? ` of ${seconds} s` : ''}`,
      proof: proofOf(pod),
      command: logs(pod.ref, null, false),
      more: [describe(pod.ref)],
      field: 'spec.activeDeadlineSeconds',
      preventedBy: 'job-has-a-deadline',
      sameAs: 'deadline',
    };
  },
});
