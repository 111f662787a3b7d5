import { objectOf } from '../../../kubernetes/views/json';
import { get } from '../../telling/command';
import { defineUnschedulable } from '../unschedulable-pod';
import { yaml } from '../yaml';

export const UNSCHEDULABLE_POD_AFFINITY = defineUnschedulable({
  id: 'UnschedulablePodAffinity',
  reason: 'pod-affinity',
  title: 'Pod affinity rules leave no node',
  why: 'Required pod affinity and anti-affinity rule nodes out, and the anti-affinity of running pods applies to new pods as well.',
  fix: 'Prefer rather than require (preferredDuringScheduling...), or add nodes: with required anti-affinity, a rollout needs one more node than replicas.',
  see: 'https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#inter-pod-affinity-and-anti-affinity',
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
          message: "0/3 nodes are available: 3 node(s) didn't match pod anti-affinity rules."
  `,
  read(pod, reason) {
    const isAnti = /anti-affinity/i.test(reason.text) && !/affinity\/anti-affinity/i.test(reason.text);
    const affinity = objectOf(pod.spec.affinity);
    const anti = isAnti || (affinity.podAntiAffinity !== undefined && affinity.podAffinity === undefined);
    return {
      says: /existing pods/i.test(reason.text)
        ? 'the anti-affinity of pods that run there keeps it away'
        : anti
          ? 'pods that it must not run next to are already there'
          : 'no pod that it must run next to is there',
      field: anti ? 'spec.affinity.podAntiAffinity' : 'spec.affinity.podAffinity',
      command: get(pod.ref.namespace, 'pods', null, '-o', 'wide'),
    };
  },
});
