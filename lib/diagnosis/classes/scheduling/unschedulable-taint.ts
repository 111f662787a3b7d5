import { DESCRIBE_NODES } from '../../reading/refusals';
import { inQuotes } from '../../telling/printable';
import { defineUnschedulable } from '../unschedulable-pod';
import { yaml } from '../yaml';

export const UNSCHEDULABLE_TAINT = defineUnschedulable({
  id: 'UnschedulableTaint',
  reason: 'taint',
  title: 'The nodes have taints that the pod does not tolerate',
  why: 'A taint keeps pods away unless they tolerate it: control plane nodes, dedicated nodes and nodes that are not ready have one.',
  fix: 'Add a toleration if the pod belongs on such nodes; a not-ready or disk-pressure taint is a problem of the node instead.',
  see: 'https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/',
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
          message: "0/3 nodes are available: 3 node(s) had untolerated taint {dedicated: gpu}."
  `,
  read(_pod, reason) {
    const taints = [...reason.text.matchAll(/\{([^}]*)\}/g)].map((found) => (found[1] ?? '').replace(/: $/, '').trim());
    const ill = taints.filter(
      (taint) => taint.startsWith('node.kubernetes.io/') || taint.startsWith('node.cloudprovider'),
    );
    const shown =
      taints.length === 0
        ? 'a taint that it does not tolerate (the message does not name it)'
        : `the taint ${taints.map(inQuotes).join(', ')}, which it does not tolerate`;
    return {
      says: `they have ${shown}${ill.length > 0 ? ': the node is unhealthy' : ''}`,
      field: 'spec.tolerations',
      command: ['kubectl', 'get', 'nodes', '-o', 'custom-columns=NAME:.metadata.name,TAINTS:.spec.taints'],
      ...(ill.length > 0 ? { more: [DESCRIBE_NODES] } : {}),
    };
  },
});
