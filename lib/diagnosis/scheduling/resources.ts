import { objectOf, stringOf } from '../../kubernetes/json';
import { showEvent } from '../evidence/cluster-event';
import type { Evidence } from '../evidence/evidence';
import type { ObservedObject } from '../evidence/observed-object';
import type { PodView } from '../evidence/pod-view';
import { claimVolume, largestRequester, requestsOf, resourceField, volumeField, volumesOf } from '../reading/fields';
import type { SchedulingReason } from '../reading/messages/scheduling';
import { type Command, describe, get } from '../telling/command';
import type { Match } from '../telling/match';
import { quoted } from '../telling/printable';
import { DESCRIBE_NODES, type SchedulingFamily } from './family';

function resource(
  pod: PodView,
  name: string,
): { says: string; field: string; command: Command; more: readonly Command[] } {
  const largest = largestRequester(pod, name);
  const asked = requestsOf(pod, name);
  return {
    says: `too little ${name === 'cpu' ? 'CPU' : name} is left for its request${asked === '' ? '' : ` (${asked})`}`,
    field: resourceField(largest ?? pod.containers.find(({ role }) => role === 'app'), 'requests', name),
    command: DESCRIBE_NODES,
    more: [['kubectl', 'top', 'nodes']],
  };
}

/** The claims that the pod mounts, as far as the evidence holds them. */
function mountedClaims(pod: PodView, evidence: Evidence): readonly ObservedObject[] {
  return volumesOf(pod).flatMap((volume) => {
    const name = stringOf(objectOf(volume.persistentVolumeClaim).claimName);
    return evidence.find('PersistentVolumeClaim', pod.ref.namespace, name) ?? [];
  });
}

function claimsOf(pod: PodView, reason: SchedulingReason, evidence: Evidence): Omit<Match, 'cause'> & { says: string } {
  const named = /persistentvolumeclaim "([^"]+)"/i.exec(reason.text)?.[1];
  const volume = claimVolume(pod, named);
  const claim = named ?? stringOf(objectOf(volume?.persistentVolumeClaim).claimName);
  const subject = evidence.find('PersistentVolumeClaim', pod.ref.namespace, claim);
  const event =
    subject === undefined
      ? undefined
      : evidence.event(subject, { reason: ['ProvisioningFailed', 'FailedBinding', 'FailedProvisioning'] });
  const isMissing = /not found/i.test(reason.text);
  const field = volumeField(volume) ?? 'spec.volumes[*].persistentVolumeClaim.claimName';
  const state =
    subject === undefined
      ? []
      : [
          `claim ${quoted(claim)} is ${stringOf(subject.status.phase) ?? 'without a phase'}, storage class ${quoted(stringOf(subject.spec.storageClassName) ?? 'of the cluster')}`,
        ];
  return {
    says: isMissing
      ? `its claim ${quoted(claim)} does not exist`
      : /being deleted/i.test(reason.text)
        ? `its claim ${quoted(claim)} is being deleted`
        : `its claim ${quoted(claim)} is not bound to a volume`,
    proof: [...state, ...(event === undefined ? [] : [showEvent(event)])],
    command: isMissing
      ? get(pod.ref.namespace, 'persistentvolumeclaims', null)
      : describe({
          apiVersion: 'v1',
          kind: 'PersistentVolumeClaim',
          namespace: pod.ref.namespace,
          name: claim ?? null,
        }),
    more: [['kubectl', 'get', 'storageclasses']],
    field,
    ...(isMissing ? { preventedBy: 'reference-exists' } : {}),
    explains: mountedClaims(pod, evidence),
  };
}

/** What the pod asks for, and no node has. */
export const RESOURCE_FAMILIES: readonly SchedulingFamily[] = [
  {
    id: 'UnschedulableCPU',
    title: 'No node has enough CPU left for the pod',
    why: 'The scheduler adds up requests, not use: a node can be idle and full. Limits do not count.',
    fix: 'Lower the CPU request to what the pod needs, remove other pods, or add nodes.',
    see: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#how-pods-with-resource-requests-are-scheduled',
    message: '0/6 nodes are available: 4 Insufficient cpu, 2 node(s) had untolerated taint {dedicated: gpu}.',
    container: "resources: { requests: { cpu: '3' } }",
    read: (pod) => resource(pod, 'cpu'),
  },
  {
    id: 'UnschedulableMemory',
    title: 'No node has enough memory left for the pod',
    why: 'The scheduler adds up requests, not use: a node can have memory free and be full.',
    fix: 'Lower the memory request to what the pod needs, remove other pods, or add nodes.',
    see: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#how-pods-with-resource-requests-are-scheduled',
    message: '0/3 nodes are available: 3 Insufficient memory.',
    container: 'resources: { requests: { memory: 64Gi } }',
    read: (pod) => resource(pod, 'memory'),
  },
  {
    id: 'UnschedulableExtendedResource',
    title: 'No node has enough of a device or another extended resource',
    why: 'GPUs, huge pages, ephemeral storage and resource claims are given out in whole pieces, by the nodes that offer them.',
    fix: 'Check that nodes offer the resource (its device plugin runs) and that some is left; or ask for less.',
    see: 'https://kubernetes.io/docs/tasks/configure-pod-container/extended-resource/',
    message: '0/1 nodes are available: 1 Insufficient nvidia.com/gpu.',
    container: 'resources: { limits: { nvidia.com/gpu: 5 } }',
    read(pod, reason) {
      const name = /insufficient (\S+?)[.,;]?$/i.exec(reason.text)?.[1];
      if (name === undefined)
        return {
          says: 'its resource claim cannot be satisfied',
          field: 'spec.resourceClaims',
          command: get(pod.ref.namespace, 'resourceclaims', null),
          more: [DESCRIBE_NODES],
        };
      const isStorage = name === 'ephemeral-storage';
      return {
        says: `too little ${name} is left, or no node offers it at all`,
        field: resourceField(undefined, isStorage ? 'requests' : 'limits', name),
        command: DESCRIBE_NODES,
      };
    },
  },
  {
    id: 'UnschedulablePVC',
    title: 'The pod waits for a claim that has no volume',
    why: 'A pod is placed only when all its claims exist and are bound, or can be provisioned on the node.',
    fix: 'Create the claim, or correct its storage class, size or access mode; the events of the claim name the cause.',
    see: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#binding',
    message: '0/3 nodes are available: pod has unbound immediate PersistentVolumeClaims.',
    spec: 'volumes:\n  - name: data\n    persistentVolumeClaim: { claimName: data }',
    read: claimsOf,
  },
  {
    id: 'UnschedulableVolumeAffinity',
    title: "The pod's volume can be used on other nodes only",
    why: 'A volume in one zone, or on one node, ties its pod to that place; and each node can attach a limited number of volumes.',
    fix: 'Add capacity in the zone of the volume; for new claims, WaitForFirstConsumer creates the volume where the pod fits.',
    see: 'https://kubernetes.io/docs/concepts/storage/storage-classes/#volume-binding-mode',
    message: '0/3 nodes are available: 3 node(s) had volume node affinity conflict.',
    spec: 'volumes:\n  - name: data\n    persistentVolumeClaim: { claimName: data }',
    read(pod, reason, evidence) {
      const isCount = /max|limit|too many/i.test(reason.text);
      return {
        ...claimsOf(pod, reason, evidence),
        proof: [],
        says: isCount
          ? 'the nodes cannot attach one more volume'
          : 'its volume lies in another zone, or on another node',
      };
    },
  },
];
