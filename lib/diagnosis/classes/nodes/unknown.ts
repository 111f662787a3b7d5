import { describe, describeNamed } from '../../telling/command';
import { inQuotes } from '../../telling/printable';
import { definePodDiagnosis } from '../diagnosis';
import { yaml } from '../yaml';

export const UNKNOWN = definePodDiagnosis({
  id: 'Unknown',
  topic: 'nodes',
  outcome: 'failed',
  role: 'cause',
  patience: { seconds: 120 },
  title: 'The state of the pod is unknown',
  why: 'The node of the pod has not reported for some time, usually because it is unreachable.',
  fix: 'Look at the node.',
  see: ['https://kubernetes.io/docs/concepts/architecture/nodes/#node-status'],
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
      phase: Unknown
  `,
  match(pod) {
    if (['Pending', 'Running', 'Succeeded', 'Failed', 'CrashLoopBackOff', ''].includes(pod.phase)) return undefined;
    return {
      cause:
        pod.phase === 'Unknown'
          ? `node ${inQuotes(pod.nodeName)} does not report what the pod does`
          : `the pod has the phase ${inQuotes(pod.phase)}, which Kubernetes does not have`,
      proof: [`phase ${pod.phase}`],
      command: pod.nodeName === undefined ? describe(pod.ref) : describeNamed('Node', null, pod.nodeName),
      sameAs: pod.nodeName ?? pod.phase,
    };
  },
});
