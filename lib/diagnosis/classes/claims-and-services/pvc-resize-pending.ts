import { parseQuantity } from '../../../kubernetes/text/quantity';
import { objectOf, stringOf } from '../../../kubernetes/views/json';
import { conditionIn, showCondition } from '../../evidence/condition';
import type { ObservedObject } from '../../evidence/observed-object';
import { describe } from '../../telling/command';
import { inQuotes } from '../../telling/printable';
import { defineDiagnosis } from '../diagnosis';
import { yaml } from '../yaml';

function isGrowing({ spec, status }: ObservedObject): boolean {
  const asked = parseQuantity(objectOf(objectOf(spec.resources).requests).storage);
  const has = parseQuantity(objectOf(status.capacity).storage);
  return asked !== undefined && has !== undefined && asked > has;
}

const RESIZE_CONDITIONS = [
  'FileSystemResizePending',
  'Resizing',
  'ControllerResizeError',
  'NodeResizeError',
  'ModifyingVolume',
  'ModifyVolumeError',
];

export const PVC_RESIZE_PENDING = defineDiagnosis({
  id: 'PVCResizePending',
  topic: 'claims-and-services',
  kinds: ['PersistentVolumeClaim'],
  outcome: 'waiting',
  severity: 'warning',
  role: 'symptom',
  patience: { seconds: Number.POSITIVE_INFINITY, beside: 'always' },
  title: 'The claim was enlarged, but its volume has not grown yet',
  why: 'The storage grows first, then the file system on it: on the node, and with some drivers only when the pod restarts.',
  fix: 'If the condition is FileSystemResizePending, restart the pod that mounts the claim; a claim cannot shrink again.',
  see: ['https://kubernetes.io/docs/concepts/storage/persistent-volumes/#expanding-persistent-volumes-claims'],
  evidence: yaml`
    apiVersion: v1
    kind: PersistentVolumeClaim
    metadata: { name: data, namespace: shop }
    spec: { resources: { requests: { storage: 10Gi } }, storageClassName: fast }
    status: { phase: Bound, capacity: { storage: 5Gi }, conditions: [{ type: FileSystemResizePending, status: 'True' }] }
  `,
  match(subject) {
    const condition = RESIZE_CONDITIONS.map((type) => conditionIn(subject.conditions, type, 'True')).find(
      (found) => found !== undefined,
    );
    if (condition === undefined && !isGrowing(subject)) return undefined;
    const asked = stringOf(objectOf(objectOf(subject.spec.resources).requests).storage);
    const has = stringOf(objectOf(subject.status.capacity).storage);
    return {
      cause: `claim ${inQuotes(subject.ref.name)} asks for ${asked ?? 'more'} and has ${has ?? 'less'}${condition === undefined ? '' : `: ${condition.message || condition.type}`}`,
      proof: condition === undefined ? [`capacity ${has}`] : [showCondition(condition)],
      command: describe(subject.ref),
      field: 'spec.resources.requests.storage',
      sameAs: condition?.type ?? 'resize',
    };
  },
});
