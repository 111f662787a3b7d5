import { isObject, objectOf } from '../../../kubernetes/views/json';
import type { PodView } from '../../evidence/pod-view';
import { defineUnschedulable } from '../unschedulable-pod';
import { yaml } from '../yaml';

const hasRequiredNodeAffinity = (pod: PodView) =>
  isObject(objectOf(objectOf(pod.spec.affinity).nodeAffinity).requiredDuringSchedulingIgnoredDuringExecution);

export const UNSCHEDULABLE_NODE_AFFINITY = defineUnschedulable({
  id: 'UnschedulableNodeAffinity',
  reason: 'node-affinity',
  title: 'No node has the labels that the pod asks for',
  why: 'A nodeSelector and required node affinity must match node labels exactly.',
  fix: 'Compare the selector with the labels of the nodes; label the nodes or correct the selector.',
  see: 'https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/',
  evidence: yaml`
    apiVersion: v1
    kind: Pod
    metadata:
      name: cart-6f7c9-abcde
      namespace: shop
    spec:
      nodeSelector: { disktype: ssd }
      containers:
        - name: web
          image: registry.example.com/shop/cart:1.4.2
    status:
      phase: Pending
      conditions:
        - type: PodScheduled
          status: 'False'
          reason: Unschedulable
          message: "0/3 nodes are available: 3 node(s) didn't match Pod's node affinity/selector."
  `,
  read(pod) {
    const selector = Object.entries(objectOf(pod.spec.nodeSelector)).map(([key, value]) => `${key}=${String(value)}`);
    const field =
      selector.length > 0 && !hasRequiredNodeAffinity(pod) ? 'spec.nodeSelector' : 'spec.affinity.nodeAffinity';
    return {
      says: `the nodes do not match its ${selector.length > 0 ? `nodeSelector (${selector.join(', ')})${hasRequiredNodeAffinity(pod) ? ' and node affinity' : ''}` : 'node affinity'}`,
      field,
      command: ['kubectl', 'get', 'nodes', '--show-labels'],
    };
  },
});
