import { resourceField } from '../../reading/fields';
import { DESCRIBE_NODES } from '../../reading/refusals';
import { get } from '../../telling/command';
import { defineUnschedulable } from '../unschedulable-pod';
import { yaml } from '../yaml';

export const UNSCHEDULABLE_EXTENDED_RESOURCE = defineUnschedulable({
  id: 'UnschedulableExtendedResource',
  reason: 'extended-resource',
  title: 'No node has enough of a device or another extended resource',
  why: 'GPUs, huge pages, ephemeral storage and resource claims are handed out in whole units, by the nodes that offer them.',
  fix: 'Check that nodes offer the resource (its device plugin runs) and that some is left; or request less.',
  see: 'https://kubernetes.io/docs/tasks/configure-pod-container/extended-resource/',
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
          resources: { limits: { nvidia.com/gpu: 5 } }
    status:
      phase: Pending
      conditions:
        - type: PodScheduled
          status: 'False'
          reason: Unschedulable
          message: "0/1 nodes are available: 1 Insufficient nvidia.com/gpu."
  `,
  read(pod, reason) {
    const name = /insufficient (\S+?)[.,;]?$/i.exec(reason.text)?.[1];
    if (name === undefined)
      return {
        says: 'its resource claim cannot be satisfied',
        field: 'spec.resourceClaims',
        command: get(pod.ref.namespace, 'resourceclaims', null),
        more: [DESCRIBE_NODES],
      };
    const isStorage = name === 'ephemeral-storage';
    return {
      says: `too little ${name} is left, or no node offers it at all`,
      field: resourceField(undefined, isStorage ? 'requests' : 'limits', name),
      command: DESCRIBE_NODES,
    };
  },
});
