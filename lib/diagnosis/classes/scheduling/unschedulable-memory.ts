import { refusalFor } from '../../reading/refusals';
import { defineUnschedulable } from '../unschedulable-pod';
import { yaml } from '../yaml';

export const UNSCHEDULABLE_MEMORY = defineUnschedulable({
  id: 'UnschedulableMemory',
  reason: 'memory',
  title: 'No node has enough memory left for the pod',
  why: 'The scheduler adds up requests, not usage: a node with free memory can be full.',
  fix: 'Lower the memory request to what the pod needs, remove other pods, or add nodes.',
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
          resources: { requests: { memory: 64Gi } }
    status:
      phase: Pending
      conditions:
        - type: PodScheduled
          status: 'False'
          reason: Unschedulable
          message: "0/3 nodes are available: 3 Insufficient memory."
  `,
  read: (pod) => refusalFor(pod, 'memory'),
});
