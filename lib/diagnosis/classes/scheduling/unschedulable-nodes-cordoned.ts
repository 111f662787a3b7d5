import { NODES } from '../../reading/refusals';
import { defineUnschedulable } from '../unschedulable-pod';
import { yaml } from '../yaml';

export const UNSCHEDULABLE_NODES_CORDONED = defineUnschedulable({
  id: 'UnschedulableNodesCordoned',
  reason: 'cordoned',
  title: 'The nodes are cordoned',
  why: 'A node that is being drained or that somebody cordoned takes no new pods.',
  fix: 'Uncordon the nodes when their maintenance is done, or add others.',
  see: 'https://kubernetes.io/docs/concepts/nodes/node/#manual-node-administration',
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
          message: "0/3 nodes are available: 3 node(s) were unschedulable."
  `,
  read: () => ({ says: 'they are cordoned', command: NODES }),
});
