import { stringOf } from '../../../kubernetes/views/json';
import { describe, get } from '../../telling/command';
import { inQuotes } from '../../telling/printable';
import { defineDiagnosis } from '../diagnosis';
import { yaml } from '../yaml';

export const PVC_LOST = defineDiagnosis({
  id: 'PVCLost',
  topic: 'claims-and-services',
  kinds: ['PersistentVolumeClaim'],
  outcome: 'failed',
  role: 'symptom',
  patience: { seconds: Number.POSITIVE_INFINITY, beside: 'always' },
  title: 'The claim has lost its volume',
  why: 'The PersistentVolume that the claim was bound to is gone. The claim will not bind to another one, and its data may be lost.',
  fix: 'Restore the volume from the storage or a backup under the same name, or create a new claim.',
  see: ['https://kubernetes.io/docs/concepts/storage/persistent-volumes/'],
  evidence: yaml`
    apiVersion: v1
    kind: PersistentVolumeClaim
    metadata: { name: data, namespace: shop }
    spec: { volumeName: pvc-1 }
    status: { phase: Lost }
  `,
  match: (subject) =>
    subject.status.phase === 'Lost'
      ? {
          cause: `claim ${inQuotes(subject.ref.name)} has lost its volume ${inQuotes(stringOf(subject.spec.volumeName))}`,
          proof: ['phase Lost'],
          command: describe(subject.ref),
          more: [get(null, 'persistentvolumes', null)],
          field: 'spec.volumeName',
          sameAs: 'lost',
        }
      : undefined,
});
