import { showEvent } from '../../evidence/cluster-event';
import { conditionIn, showCondition } from '../../evidence/condition';
import type { Evidence } from '../../evidence/evidence';
import type { PodView } from '../../evidence/pod-view';
import { disruption, proofOf } from '../../reading/node-facts';
import { describeNamed, get } from '../../telling/command';
import { inQuotes } from '../../telling/printable';
import { defineNodeDiagnosis } from '../node-diagnosis';
import { yaml } from '../yaml';

/** The evidence shows that the pod's node is gone: by its Node object, or by an event of the node controller. */
function lostNode(pod: PodView, evidence: Evidence): string | undefined {
  if (pod.phase === 'Failed' || pod.phase === 'Succeeded' || pod.nodeName === undefined) return undefined;
  const ready = conditionIn(pod.conditions, 'Ready', 'False', 'Unknown');
  if (ready === undefined) return undefined;
  const node = evidence.find('Node', null, pod.nodeName);
  const condition = node === undefined ? undefined : conditionIn(node.conditions, 'Ready', 'Unknown', 'False');
  if (condition !== undefined) return `node ${pod.nodeName}: ${showCondition(condition)}`;
  const claimsReady =
    pod.containers.some(({ role }) => role === 'app') &&
    pod.containers.every(({ role, ready }) => role !== 'app' || ready === true);
  const event = evidence.event(pod, { reason: ['NodeNotReady', 'NodeLost'] });
  return event !== undefined && claimsReady ? showEvent(event) : undefined;
}

/** Comes before all else: the container states are then out of date. */
export const NODE_LOST = defineNodeDiagnosis({
  id: 'NodeLost',
  title: "The pod's node no longer responds",
  why: "The container states date from the node's last report. The pod is deleted 5 min after the node was lost, but a StatefulSet does not replace it until someone confirms that the node is gone.",
  fix: 'Bring the node back; if it is gone for good, delete the Node object, which frees its pods and volumes.',
  see: 'https://kubernetes.io/docs/concepts/architecture/nodes/#node-not-ready',
  evidence: yaml`
    apiVersion: v1
    kind: Pod
    metadata:
      name: cart-6f7c9-abcde
      namespace: shop
    spec:
      nodeName: node-1
      containers:
        - name: web
          image: registry.example.com/shop/cart:1.4.2
    status:
      phase: Running
      reason: NodeLost
      message: Node node-1 which was running pod cart-6f7c9-abcde is unresponsive
  `,
  match(pod, evidence) {
    const gone = disruption(pod, 'DeletionByPodGC');
    const lost = lostNode(pod, evidence);
    if (pod.reason !== 'NodeLost' && gone === undefined && lost === undefined) return undefined;
    return {
      cause: `node ${inQuotes(pod.nodeName)} of the pod no longer responds: its container states are out of date`,
      proof: pod.reason === 'NodeLost' ? proofOf(pod) : [lost ?? (gone === undefined ? '' : showCondition(gone))],
      command: describeNamed('Node', null, pod.nodeName),
      more: [get(null, 'nodes', null)],
      sameAs: pod.nodeName ?? '',
      ...(pod.nodeName === undefined ? {} : { scope: 'cluster' as const }),
    };
  },
});
