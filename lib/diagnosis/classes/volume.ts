import { type JsonObject, objectOf } from '../../kubernetes/json';
import { type ClusterEvent, showEvent } from '../evidence/cluster-event';
import type { Evidence } from '../evidence/evidence';
import type { PodView } from '../evidence/pod-view';
import { configVolume, volumeField, volumesOf } from '../reading/fields';
import { configError } from '../reading/messages/config-error';
import { type Command, describe, events, get } from '../telling/command';
import type { Match } from '../telling/match';
import { quoted } from '../telling/printable';
import { type Diagnosis, definePodDiagnosis } from './diagnosis';
import { exampleEvent, examplePod, waiting } from './example';

const FAILURES = [
  'FailedMount',
  'FailedMapVolume',
  'FailedAttachVolume',
  'FailedCreatePodSandBox',
  'FailedPodSandBoxStatus',
  'NetworkNotReady',
  'FailedPrepareDynamicResources',
  'FailedSync',
];
const LATER = ['Pulling', 'Pulled', 'Created', 'Started'];

/** The failure that keeps a pod's containers from being created; undefined where a later event shows that it is over. */
function creationFailure(pod: PodView, evidence: Evidence): ClusterEvent | undefined {
  const isCreating = pod.containers.some(
    ({ state }) =>
      state.type === 'unknown' ||
      (state.type === 'waiting' && ['ContainerCreating', 'PodInitializing', ''].includes(state.reason)),
  );
  if (!isCreating && pod.containers.length > 0) return undefined;
  if (pod.phase === 'Succeeded' || pod.phase === 'Failed') return undefined;
  const all = evidence.eventsOf(pod).filter(({ reason }) => FAILURES.includes(reason));
  const newest = all[0];
  const over = evidence.event(pod, { reason: LATER });
  if (newest === undefined || (over !== undefined && over.time > newest.time)) return undefined;
  // A mount that times out waits for the attachment; and of two messages of one reason the one with a cause tells more.
  const attach = all.find(({ reason }) => reason === 'FailedAttachVolume');
  const isTimeOut = newest.reason === 'FailedMount' && /timed out waiting|unattached|unmounted/i.test(newest.message);
  if (isTimeOut && attach !== undefined) return attach;
  return isTimeOut
    ? (all.find(
        ({ reason, message }) => reason === 'FailedMount' && /SetUp failed|not found|MountDevice/i.test(message),
      ) ?? newest)
    : newest;
}

/** The volume a message is about: `MountVolume.SetUp failed for volume "cfg"`, or a claim or PersistentVolume by name. */
function volumeIn(pod: PodView, message: string): JsonObject | undefined {
  const name =
    /volume "([^"]+)"/.exec(message)?.[1] ?? /un(?:attached|mounted) volumes=\[([^\s\]]+)/.exec(message)?.[1];
  const volumes = volumesOf(pod);
  const named = volumes.find((volume) => volume.name === name);
  if (named !== undefined) return named;
  const claims = volumes.filter((volume) => volume.persistentVolumeClaim !== undefined);
  return (
    claims.find((volume) => message.includes(String(objectOf(volume.persistentVolumeClaim).claimName))) ?? claims[0]
  );
}

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
      ? describe({ apiVersion: 'v1', kind: error.kind, namespace: pod.ref.namespace, name: owner || null })
      : get(pod.ref.namespace, error.kind.toLowerCase(), owner);
    return {
      cause: isKey
        ? `volume ${quoted(name)} takes key ${quoted(error.key)} from ${error.kind} ${quoted(owner)}, which has no such key`
        : `volume ${quoted(name)} is made of ${error.kind} ${quoted(owner)}, which does not exist in the pod's namespace`,
      proof,
      command,
      more: [describe(pod.ref)],
      field: isKey ? field.replace(/\.(name|secretName)$/, '.items') : field,
      fix: `Create ${error.kind} ${quoted(owner)}, or correct the reference; \`optional: true\` lets the pod start without it.`,
      preventedBy: 'reference-exists',
      sameAs: `${error.kind} ${owner} ${isKey ? error.key : ''}`,
      scope: 'namespace',
    };
  }
  const field = volumeField(named);
  const claim = objectOf(named?.persistentVolumeClaim).claimName;
  const which = named === undefined ? 'a volume' : `volume ${quoted(String(named.name))}`;
  return {
    cause: `${which} cannot be mounted: ${reading(event.message)}`,
    proof,
    command:
      typeof claim === 'string'
        ? describe({ apiVersion: 'v1', kind: 'PersistentVolumeClaim', namespace: pod.ref.namespace, name: claim })
        : describe(pod.ref),
    more: [events(pod.ref)],
    ...(field === undefined ? {} : { field }),
    ...(PASSES.test(event.message) ? { severity: 'warning' as const } : {}),
    sameAs: `${String(named?.name)} ${reading(event.message)}`,
  };
}

function reading(message: string): string {
  if (/hostPath type check failed/i.test(message))
    return 'the path on the node is not of the type that the manifest asks for';
  if (PASSES.test(message)) return 'the kubelet has not read it yet; this passes by itself';
  if (/driver name .* not found|not registered|no volume plugin matched|driver .* not found/i.test(message))
    return 'the node does not run its CSI driver';
  if (/access denied|permission denied/i.test(message)) return 'the storage refuses the access';
  if (/No such file|does not exist|doesn't exist/i.test(message)) return 'what it is made of does not exist';
  if (/connection refused|timed out|no route|Connection timed out|deadline exceeded/i.test(message))
    return 'the storage, or its attachment to the node, does not come in time';
  if (/wrong fs type|bad option|bad superblock/i.test(message)) return 'the file system on it cannot be mounted';
  return 'the kubelet gives a reason of its own';
}

function matchAttach(pod: PodView, event: ClusterEvent): Match {
  const volume = volumeIn(pod, event.message);
  const field = volumeField(volume);
  const isMulti = /multi-?attach|already (exclusively attached|used by)|attached to another/i.test(event.message);
  const claim = objectOf(volume?.persistentVolumeClaim).claimName;
  const which = volume === undefined ? 'a volume' : `volume ${quoted(String(volume.name))}`;
  return {
    cause: `${which} cannot be attached to node ${quoted(pod.nodeName)}: ${isMulti ? 'it is still attached to another node, and may be at one only (ReadWriteOnce)' : 'its storage refuses or does not answer'}`,
    proof: [showEvent(event)],
    command: get(null, 'volumeattachments', null),
    more: [
      ...(typeof claim === 'string'
        ? [describe({ apiVersion: 'v1', kind: 'PersistentVolumeClaim', namespace: pod.ref.namespace, name: claim })]
        : []),
      describe(pod.ref),
    ],
    ...(field === undefined ? {} : { field }),
    ...(isMulti ? { preventedBy: 'volume-allows-rolling' } : {}),
    sameAs: `${String(volume?.name)} ${isMulti}`,
  };
}

function sandboxReading(message: string): string {
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
    return 'the runtime still holds an earlier try: the node is too slow or its disk too busy';
  return 'the container runtime of the node gives a reason of its own';
}

const creating = { phase: 'Pending', status: waiting('ContainerCreating') } as const;
const SEE = ['https://kubernetes.io/docs/concepts/storage/volumes/'];

/** What comes before the first container: volumes and the sandbox. Only events tell of it. */
export const VOLUME_DIAGNOSES: readonly Diagnosis[] = [
  definePodDiagnosis({
    id: 'FailedAttachVolume',
    outcome: 'failed',
    severity: 'error',
    title: 'A volume cannot be attached to the node',
    why: 'A ReadWriteOnce volume can be attached to one node. Where a pod moves, it waits until the old node lets go: six minutes and more if that node is dead.',
    fix: 'Let the old pod end before the new one starts (Recreate, or a StatefulSet), and look at the node that holds the volume.',
    see: ['https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes'],
    evidence:
      examplePod({ ...creating, spec: 'volumes:\n  - name: data\n    persistentVolumeClaim: { claimName: data }' }) +
      exampleEvent(
        'FailedAttachVolume',
        'Multi-Attach error for volume "pvc-1" Volume is already exclusively attached to one node and can\'t be attached to another',
      ),
    match(pod, evidence) {
      const event = creationFailure(pod, evidence);
      return event?.reason === 'FailedAttachVolume' ? matchAttach(pod, event) : undefined;
    },
  }),
  definePodDiagnosis({
    id: 'FailedMount',
    outcome: 'failed',
    severity: 'error',
    title: 'A volume cannot be mounted',
    why: 'All volumes are mounted before the first container is created: the pod stays in ContainerCreating, and only an event says why.',
    fix: 'Create what the volume is made of, or correct the reference; for storage, look at its driver on that node.',
    see: SEE,
    evidence:
      examplePod({ ...creating, spec: 'volumes:\n  - name: cfg\n    configMap: { name: cart-config }' }) +
      exampleEvent('FailedMount', 'MountVolume.SetUp failed for volume "cfg" : configmap "cart-config" not found'),
    match(pod, evidence) {
      const event = creationFailure(pod, evidence);
      return event !== undefined && ['FailedMount', 'FailedMapVolume'].includes(event.reason)
        ? matchMount(pod, event)
        : undefined;
    },
  }),
  definePodDiagnosis({
    id: 'FailedCreatePodSandBox',
    outcome: 'failed',
    severity: 'error',
    title: "The node cannot create the pod's sandbox",
    why: 'Before any container the runtime creates a sandbox with its network. What fails there is mostly the network plugin or the runtime of the node, not the manifest.',
    fix: 'Look at the network plugin and the container runtime of the node; other pods on it have the same trouble.',
    see: ['https://kubernetes.io/docs/concepts/extend-kubernetes/compute-storage-net/network-plugins/'],
    evidence:
      examplePod(creating) +
      exampleEvent(
        'FailedCreatePodSandBox',
        'Failed to create pod sandbox: plugin type="calico" failed (add): failed to allocate for range 0: no IP addresses available',
      ),
    match(pod, evidence) {
      const event = creationFailure(pod, evidence);
      if (event === undefined || /FailedMount|FailedMapVolume|FailedAttachVolume/.test(event.reason)) return undefined;
      if (event.reason === 'FailedSync' && !/sandbox|network/i.test(event.message)) return undefined;
      const isClass = /RuntimeClass|runtime handler|no runtime for/i.test(event.message);
      return {
        cause: `node ${quoted(pod.nodeName)} cannot create the pod's sandbox: ${sandboxReading(event.message)}`,
        proof: [showEvent(event)],
        command: describe({ apiVersion: 'v1', kind: 'Node', namespace: null, name: pod.nodeName ?? null }),
        more: [
          describe(pod.ref),
          get('kube-system', 'pods', null, '-o', 'wide', '--field-selector', `spec.nodeName=${pod.nodeName ?? ''}`),
        ],
        ...(isClass ? { field: 'spec.runtimeClassName' } : {}),
        sameAs: `${pod.nodeName} ${sandboxReading(event.message)}`,
        scope: 'cluster',
      };
    },
  }),
];
