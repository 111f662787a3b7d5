import { objectOf } from '../../../kubernetes/views/json';
import { type ClusterEvent, showEvent } from '../../evidence/cluster-event';
import type { PodView } from '../../evidence/pod-view';
import { volumeField } from '../../reading/fields';
import { creationFailure, volumeIn } from '../../reading/volume-events';
import { describe, describeNamed, get } from '../../telling/command';
import type { Match } from '../../telling/match';
import { inQuotes } from '../../telling/printable';
import { definePodDiagnosis } from '../diagnosis';
import { yaml } from '../yaml';

function matchAttach(pod: PodView, event: ClusterEvent): Match {
  const volume = volumeIn(pod, event.message);
  const field = volumeField(volume);
  const isMulti = /multi-?attach|already (exclusively attached|used by)|attached to another/i.test(event.message);
  const claim = objectOf(volume?.persistentVolumeClaim).claimName;
  const which = volume === undefined ? 'a volume' : `volume ${inQuotes(String(volume.name))}`;
  return {
    cause: `${which} cannot be attached to node ${inQuotes(pod.nodeName)}: ${isMulti ? 'it is still attached to another node, and may be attached to only one (ReadWriteOnce)' : 'its storage refuses or does not respond'}`,
    proof: [showEvent(event)],
    command: get(null, 'volumeattachments', null),
    more: [
      ...(typeof claim === 'string' ? [describeNamed('PersistentVolumeClaim', pod.ref.namespace, claim)] : []),
      describe(pod.ref),
    ],
    ...(field === undefined ? {} : { field }),
    ...(isMulti ? { preventedBy: 'volume-allows-rolling' } : {}),
    sameAs: `${String(volume?.name)} ${isMulti}`,
  };
}

export const FAILED_ATTACH_VOLUME = definePodDiagnosis({
  id: 'FailedAttachVolume',
  topic: 'starting',
  outcome: 'failed',
  role: 'cause',
  patience: { seconds: 60 },
  title: 'A volume cannot be attached to the node',
  why: 'A ReadWriteOnce volume can be attached to one node. A pod that moves waits until the old node releases the volume: six minutes or more if that node is dead.',
  fix: 'Let the old pod stop before the new one starts (Recreate, or a StatefulSet), and check the node that holds the volume.',
  see: ['https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes'],
  evidence: yaml`
    apiVersion: v1
    kind: Pod
    metadata:
      name: cart-6f7c9-abcde
      namespace: shop
    spec:
      nodeName: node-1
      volumes:
        - name: data
          persistentVolumeClaim: { claimName: data }
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
    metadata: { name: cart-6f7c9-abcde.failedattachvolume, namespace: shop }
    involvedObject:
      kind: Pod
      namespace: shop
      name: cart-6f7c9-abcde
    type: Warning
    reason: FailedAttachVolume
    message: "Multi-Attach error for volume \"pvc-1\" Volume is already exclusively attached to one node and can't be attached to another"
    lastTimestamp: '2026-09-01T10:05:00Z'
  `,
  match(pod, evidence) {
    const event = creationFailure(pod, evidence);
    return event?.reason === 'FailedAttachVolume' ? matchAttach(pod, event) : undefined;
  },
});
