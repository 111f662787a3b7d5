import { objectOf, stringOf } from '../../kubernetes/views/json';
import { showEvent } from '../evidence/cluster-event';
import type { Evidence } from '../evidence/evidence';
import type { ObservedObject } from '../evidence/observed-object';
import type { PodView } from '../evidence/pod-view';
import { type Command, describeNamed, get } from '../telling/command';
import type { Match } from '../telling/match';
import { inQuotes } from '../telling/printable';
import { claimVolume, largestRequester, requestsOf, resourceField, volumeField, volumesOf } from './fields';
import type { SchedulingReason } from './messages/scheduling';

/** The commands that show nodes. */
export const NODES: Command = ['kubectl', 'get', 'nodes', '-o', 'wide'];
export const DESCRIBE_NODES: Command = ['kubectl', 'describe', 'nodes'];

/** What one reason of the scheduler means for a pod, in words after `2 of 3 nodes refuse the pod:`. */
export type NodeRefusal = Omit<Match, 'cause'> & { readonly says: string };

/** Too little of a resource that the pod requests. */
export function refusalFor(pod: PodView, name: 'cpu' | 'memory'): NodeRefusal {
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

/** A claim of the pod that has no volume, with what the claim's own status and events tell. */
export function claimRefusal(pod: PodView, reason: SchedulingReason, evidence: Evidence): NodeRefusal {
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
          `claim ${inQuotes(claim)} is ${stringOf(subject.status.phase) ?? 'without a phase'}, storage class ${inQuotes(stringOf(subject.spec.storageClassName) ?? 'of the cluster')}`,
        ];
  return {
    says: isMissing
      ? `its claim ${inQuotes(claim)} does not exist`
      : /being deleted/i.test(reason.text)
        ? `its claim ${inQuotes(claim)} is being deleted`
        : `its claim ${inQuotes(claim)} is not bound to a volume`,
    proof: [...state, ...(event === undefined ? [] : [showEvent(event)])],
    command: isMissing
      ? get(pod.ref.namespace, 'persistentvolumeclaims', null)
      : describeNamed('PersistentVolumeClaim', pod.ref.namespace, claim),
    more: [['kubectl', 'get', 'storageclasses']],
    field,
    ...(isMissing ? { preventedBy: 'reference-exists' } : {}),
    explains: mountedClaims(pod, evidence),
  };
}
