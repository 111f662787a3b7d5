import { claimRefusal } from '../../reading/refusals';
import { defineUnschedulable } from '../unschedulable-pod';
import { yaml } from '../yaml';

export const UNSCHEDULABLE_VOLUME_AFFINITY = defineUnschedulable({
  id: 'UnschedulableVolumeAffinity',
  reason: 'volume-affinity',
  title: "The pod's volume can only be used on other nodes",
  why: 'A volume in one zone, or on one node, ties its pod to that place; and each node can attach a limited number of volumes.',
  fix: 'Add capacity in the zone of the volume; for new claims, WaitForFirstConsumer creates the volume where the pod fits.',
  see: 'https://kubernetes.io/docs/concepts/storage/storage-classes/#volume-binding-mode',
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
          message: "0/3 nodes are available: 3 node(s) had volume node affinity conflict."
  `,
  read(pod, reason, evidence) {
    const isCount = /max|limit|too many/i.test(reason.text);
    return {
      ...claimRefusal(pod, reason, evidence),
      proof: [],
      says: isCount ? 'the nodes cannot attach one more volume' : 'its volume lies in another zone, or on another node',
    };
  },
});
