import { disruption, proofOf } from '../../reading/node-facts';
import { describe, describeNamed } from '../../telling/command';
import { inQuotes } from '../../telling/printable';
import { defineNodeDiagnosis } from '../node-diagnosis';
import { yaml } from '../yaml';

export const NODE_SHUTDOWN = defineNodeDiagnosis({
  id: 'NodeShutdown',
  title: 'The pod ended because its node was shut down',
  why: 'A node that shuts down gracefully stops its pods and refuses new ones; a controller replaces them elsewhere. The old pods stay listed as Failed.',
  fix: 'Nothing, where a controller replaced the pod; a bare pod needs one.',
  see: 'https://kubernetes.io/docs/concepts/cluster-administration/node-shutdown/',
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
      phase: Failed
      reason: Terminated
      message: "Pod was terminated in response to imminent node shutdown."
  `,
  match(pod) {
    const condition = disruption(pod, 'TerminationByKubelet');
    const isShutdown =
      ['NodeShutdown', 'Shutdown', 'Terminated'].includes(pod.reason) ||
      (condition !== undefined && /shutdown/i.test(`${condition.message}${pod.message}`)) ||
      (pod.phase === 'Failed' && /node shutdown|node is shutting down|imminent node shutdown/i.test(pod.message));
    if (!isShutdown) return undefined;
    return {
      cause: `node ${inQuotes(pod.nodeName)} was shut down and ${pod.reason === 'NodeShutdown' ? 'refused the pod' : 'ended the pod'}`,
      proof: proofOf(pod),
      command: describeNamed('Node', null, pod.nodeName),
      more: [describe(pod.ref)],
      preventedBy: 'pod-has-a-controller',
      sameAs: pod.nodeName ?? '',
    };
  },
});
