import { DESCRIBE_NODES } from '../../reading/refusals';
import { defineUnschedulable } from '../unschedulable-pod';
import { yaml } from '../yaml';

export const UNSCHEDULABLE_TOO_MANY_PODS = defineUnschedulable({
  id: 'UnschedulableTooManyPods',
  reason: 'too-many-pods',
  title: 'The nodes already run as many pods as they may',
  why: 'Each node runs a fixed number of pods at most (110 by default, fewer where addresses are scarce), however small they are.',
  fix: 'Add nodes, or raise maxPods of the kubelet where the network has addresses.',
  see: 'https://kubernetes.io/docs/setup/best-practices/cluster-large/',
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
      conditions:
        - type: PodScheduled
          status: 'False'
          reason: Unschedulable
          message: "0/3 nodes are available: 3 Too many pods."
  `,
  read: () => ({ says: 'they already run as many pods as they may', command: DESCRIBE_NODES }),
});
