import { showEvent } from '../../evidence/cluster-event';
import { creationFailure } from '../../reading/volume-events';
import { describe, describeNamed, get } from '../../telling/command';
import { inQuotes } from '../../telling/printable';
import { definePodDiagnosis } from '../diagnosis';
import { yaml } from '../yaml';

function reading(message: string): string {
  if (
    /failed to allocate for range|no (more )?(free |available )?(IP|addresses)|no IP addresses available|insufficient (cidr|IP)|IPAM/i.test(
      message,
    )
  )
    return 'the network of the node has no address left';
  if (/network plugin is not ready|cni config uninitialized|NetworkPluginNotReady|NetworkNotReady/i.test(message))
    return 'the network plugin of the node is not ready';
  if (/cni|network/i.test(message)) return 'the network plugin of the node fails';
  if (/RuntimeClass|runtime handler|no runtime for/i.test(message)) return 'the node does not know its runtime class';
  if (/memory|OOM/i.test(message)) return 'its memory limit is too small for the sandbox';
  if (/deadline ?exceeded|timed? ?out/i.test(message))
    return 'the container runtime of the node did not answer in time';
  if (/no space left/i.test(message)) return 'the disk of the node is full';
  if (/failed to reserve sandbox name|is reserved for/i.test(message))
    return 'the runtime still holds an earlier attempt: the node is too slow or its disk too busy';
  return 'the container runtime of the node gives a reason that is not recognized here';
}

export const FAILED_CREATE_POD_SAND_BOX = definePodDiagnosis({
  id: 'FailedCreatePodSandBox',
  topic: 'starting',
  outcome: 'failed',
  role: 'cause',
  patience: { seconds: 120 },
  title: "The node cannot create the pod's sandbox",
  why: 'Before any container the runtime creates a sandbox with its network. Failures here usually come from the network plugin or the runtime of the node, not from the manifest.',
  fix: 'Check the network plugin and the container runtime of the node; other pods on it have the same problem.',
  see: ['https://kubernetes.io/docs/concepts/extend-kubernetes/compute-storage-net/network-plugins/'],
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
      phase: Pending
      containerStatuses:
        - name: web
          ready: false
          restartCount: 0
          state:
            waiting:
              reason: ContainerCreating
    ---
    apiVersion: v1
    kind: Event
    metadata: { name: cart-6f7c9-abcde.failedcreatepodsandbox, namespace: shop }
    involvedObject:
      kind: Pod
      namespace: shop
      name: cart-6f7c9-abcde
    type: Warning
    reason: FailedCreatePodSandBox
    message: "Failed to create pod sandbox: plugin type=\"calico\" failed (add): failed to allocate for range 0: no IP addresses available"
    lastTimestamp: '2026-09-01T10:05:00Z'
  `,
  match(pod, evidence) {
    const event = creationFailure(pod, evidence);
    if (event === undefined || /FailedMount|FailedMapVolume|FailedAttachVolume/.test(event.reason)) return undefined;
    if (event.reason === 'FailedSync' && !/sandbox|network/i.test(event.message)) return undefined;
    const isClass = /RuntimeClass|runtime handler|no runtime for/i.test(event.message);
    return {
      cause: `node ${inQuotes(pod.nodeName)} cannot create the pod's sandbox: ${reading(event.message)}`,
      proof: [showEvent(event)],
      command: describeNamed('Node', null, pod.nodeName),
      more: [
        describe(pod.ref),
        get('kube-system', 'pods', null, '-o', 'wide', '--field-selector', `spec.nodeName=${pod.nodeName ?? ''}`),
      ],
      ...(isClass ? { field: 'spec.runtimeClassName' } : {}),
      sameAs: `${pod.nodeName} ${reading(event.message)}`,
      scope: 'cluster',
    };
  },
});
