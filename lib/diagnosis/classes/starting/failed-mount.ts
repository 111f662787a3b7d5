import { objectOf } from '../../../kubernetes/views/json';
import { type ClusterEvent, showEvent } from '../../evidence/cluster-event';
import type { PodView } from '../../evidence/pod-view';
import { configVolume, volumeField } from '../../reading/fields';
import { configError } from '../../reading/messages/config-error';
import { creationFailure, volumeIn } from '../../reading/volume-events';
import { type Command, describe, describeNamed, events, get } from '../../telling/command';
import type { Match } from '../../telling/match';
import { inQuotes } from '../../telling/printable';
import { definePodDiagnosis } from '../diagnosis';
import { yaml } from '../yaml';

/** What the kubelet has not read yet: it passes by itself. */
const PASSES = /failed to sync \S+ cache|object \S+ not registered/;

const volumeName = (message: string) => /volume "([^"]+)"/.exec(message)?.[1];

function matchMount(pod: PodView, event: ClusterEvent): Match {
  const error = configError(event.message);
  const named = volumeIn(pod, event.message);
  const proof = [showEvent(event)];
  if (error.type === 'missing-object' || error.type === 'missing-key') {
    const volume = configVolume(pod, error.kind, error.name) ?? named;
    const owner = error.name ?? String(objectOf(volume?.configMap).name ?? objectOf(volume?.secret).secretName ?? '');
    const name = String(volume?.name ?? volumeName(event.message) ?? '*');
    const source = error.kind === 'ConfigMap' ? 'configMap.name' : 'secret.secretName';
    // A truncated pod has lost its volumes: the message still names the one.
    const field = volumeField(volume) ?? `spec.volumes[name=${name}].${source}`;
    const isKey = error.type === 'missing-key';
    const command: Command = isKey
      ? describeNamed(error.kind, pod.ref.namespace, owner || null)
      : get(pod.ref.namespace, error.kind.toLowerCase(), owner);
    return {
      cause: isKey
        ? `volume ${inQuotes(name)} takes key ${inQuotes(error.key)} from ${error.kind} ${inQuotes(owner)}, which has no such key`
        : `volume ${inQuotes(name)} is made of ${error.kind} ${inQuotes(owner)}, which does not exist in the pod's namespace`,
      proof,
      command,
      more: [describe(pod.ref)],
      field: isKey ? field.replace(/\.(name|secretName)$/, '.items') : field,
      fix: `Create ${error.kind} ${inQuotes(owner)}, or correct the reference; \`optional: true\` lets the pod start without it.`,
      preventedBy: 'reference-exists',
      sameAs: `${error.kind} ${owner} ${isKey ? error.key : ''}`,
      scope: 'namespace',
    };
  }
  const field = volumeField(named);
  const claim = objectOf(named?.persistentVolumeClaim).claimName;
  const which = named === undefined ? 'a volume' : `volume ${inQuotes(String(named.name))}`;
  return {
    cause: `${which} cannot be mounted: ${reading(event.message)}`,
    proof,
    command:
      typeof claim === 'string' ? describeNamed('PersistentVolumeClaim', pod.ref.namespace, claim) : describe(pod.ref),
    more: [events(pod.ref)],
    ...(field === undefined ? {} : { field }),
    ...(PASSES.test(event.message) ? { severity: 'warning' as const } : {}),
    sameAs: `${String(named?.name)} ${reading(event.message)}`,
  };
}

function reading(message: string): string {
  if (/hostPath type check failed/i.test(message))
    return 'the path on the node is not of the type that the manifest requires';
  if (PASSES.test(message)) return 'the kubelet has not read it yet; this passes by itself';
  if (/driver name .* not found|not registered|no volume plugin matched|driver .* not found/i.test(message))
    return 'the node does not run its CSI driver';
  if (/access denied|permission denied/i.test(message)) return 'the storage denies access';
  if (/No such file|does not exist|doesn't exist/i.test(message)) return 'what it is made of does not exist';
  if (/connection refused|timed out|no route|Connection timed out|deadline exceeded/i.test(message))
    return 'the storage cannot be reached, or was not attached in time';
  if (/wrong fs type|bad option|bad superblock/i.test(message)) return 'the file system on it cannot be mounted';
  return 'the kubelet gives a reason that is not recognized here';
}

export const FAILED_MOUNT = definePodDiagnosis({
  id: 'FailedMount',
  topic: 'starting',
  outcome: 'failed',
  role: 'cause',
  patience: { seconds: 60 },
  title: 'A volume cannot be mounted',
  why: 'All volumes are mounted before the first container is created: until then the pod stays in ContainerCreating, and only an event says why.',
  fix: 'Create what the volume is made of, or correct the reference; for storage, look at its driver on that node.',
  see: ['https://kubernetes.io/docs/concepts/storage/volumes/'],
  evidence: yaml`
    apiVersion: v1
    kind: Pod
    metadata:
      name: cart-6f7c9-abcde
      namespace: shop
    spec:
      nodeName: node-1
      volumes:
        - name: cfg
          configMap: { name: cart-config }
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
    metadata: { name: cart-6f7c9-abcde.failedmount, namespace: shop }
    involvedObject:
      kind: Pod
      namespace: shop
      name: cart-6f7c9-abcde
    type: Warning
    reason: FailedMount
    message: "MountVolume.SetUp failed for volume \"cfg\" : configmap \"cart-config\" not found"
    lastTimestamp: '2026-09-01T10:05:00Z'
  `,
  match(pod, evidence) {
    const event = creationFailure(pod, evidence);
    return event !== undefined && ['FailedMount', 'FailedMapVolume'].includes(event.reason)
      ? matchMount(pod, event)
      : undefined;
  },
});
