import { NODES } from '../../reading/refusals';
import { events } from '../../telling/command';
import { defineUnschedulable } from '../unschedulable-pod';
import { yaml } from '../yaml';

export const UNSCHEDULABLE = defineUnschedulable({
  id: 'Unschedulable',
  reason: 'unknown',
  title: 'No node accepts the pod',
  why: 'The scheduler found no node, and its message names no reason that is recognized here, or none at all.',
  fix: 'Read the events of the pod and the state of the nodes.',
  see: 'https://kubernetes.io/docs/concepts/scheduling-eviction/kube-scheduler/',
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
  `,
  read(pod, reason) {
    const isPort = /free ports/i.test(reason.text);
    return {
      says: isPort ? 'its host port is taken' : reason.text === '' ? 'the evidence does not say why' : reason.text,
      command: events(pod.ref),
      more: [NODES],
      ...(isPort ? { field: 'spec.containers[*].ports[*].hostPort' } : {}),
    };
  },
});
