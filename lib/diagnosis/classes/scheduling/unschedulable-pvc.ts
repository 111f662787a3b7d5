import { claimRefusal } from '../../reading/refusals';
import { defineUnschedulable } from '../unschedulable-pod';
import { yaml } from '../yaml';

export const UNSCHEDULABLE_PVC = defineUnschedulable({
  id: 'UnschedulablePVC',
  reason: 'claim',
  title: 'The pod is waiting for a claim that has no volume',
  why: 'A pod is scheduled only when all its claims exist and are bound, or can be provisioned on the node.',
  fix: 'Create the claim, or correct its storage class, size or access mode; the events of the claim name the cause.',
  see: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#binding',
  evidence: yaml`
    apiVersion: v1
    kind: Pod
    metadata:
      name: cart-6f7c9-abcde
      namespace: shop
    spec:
      volumes:
        - name: data
          persistentVolumeClaim: { claimName: data }
      containers:
        - name: web
          image: registry.example.com/shop/cart:1.4.2
    status:
      phase: Pending
      conditions:
        - type: PodScheduled
          status: 'False'
          reason: Unschedulable
          message: "0/3 nodes are available: pod has unbound immediate PersistentVolumeClaims."
  `,
  read: claimRefusal,
});
