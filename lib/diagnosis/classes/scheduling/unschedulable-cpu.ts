import { refusalFor } from '../../reading/refusals';
import { defineUnschedulable } from '../unschedulable-pod';
import { yaml } from '../yaml';

export const UNSCHEDULABLE_CPU = defineUnschedulable({
  id: 'UnschedulableCPU',
  reason: 'cpu',
  title: 'No node has enough CPU left for the pod',
  why: 'The scheduler adds up requests, not usage: an idle node can be full. Limits do not count.',
  fix: 'Lower the CPU request to what the pod needs, remove other pods, or add nodes.',
  see: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#how-pods-with-resource-requests-are-scheduled',
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
          resources: { requests: { cpu: '3' } }
    status:
      phase: Pending
      conditions:
        - type: PodScheduled
          status: 'False'
          reason: Unschedulable
          message: "0/6 nodes are available: 4 Insufficient cpu, 2 node(s) had untolerated taint {dedicated: gpu}."
  `,
  read: (pod) => refusalFor(pod, 'cpu'),
});
