import { get } from '../../telling/command';
import { defineUnschedulable } from '../unschedulable-pod';
import { yaml } from '../yaml';

export const UNSCHEDULABLE_TOPOLOGY_SPREAD = defineUnschedulable({
  id: 'UnschedulableTopologySpread',
  reason: 'topology-spread',
  title: 'Topology spread constraints leave no node',
  why: 'With whenUnsatisfiable DoNotSchedule, a pod waits until a node in the right topology has room.',
  fix: 'Use ScheduleAnyway, raise maxSkew, or add nodes where pods are few; the nodes need the topology label.',
  see: 'https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/',
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
          message: "0/3 nodes are available: 3 node(s) didn't match pod topology spread constraints."
  `,
  read: (pod, reason) => ({
    says: /missing required label/i.test(reason.text)
      ? 'the nodes lack the topology label'
      : 'the constraint would be violated wherever there is room',
    field: 'spec.topologySpreadConstraints',
    command: get(pod.ref.namespace, 'pods', null, '-o', 'wide'),
    more: [['kubectl', 'get', 'nodes', '--show-labels']],
  }),
});
