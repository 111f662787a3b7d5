import { stringOf } from '../../../kubernetes/views/json';
import { showEvent } from '../../evidence/cluster-event';
import { MINUTE } from '../../evidence/time';
import { describe } from '../../telling/command';
import { inQuotes, shownDuration } from '../../telling/printable';
import { defineDiagnosis } from '../diagnosis';
import { yaml } from '../yaml';

export const PVC_PENDING = defineDiagnosis({
  id: 'PVCPending',
  topic: 'claims-and-services',
  kinds: ['PersistentVolumeClaim'],
  outcome: 'failed',
  role: 'symptom',
  patience: { seconds: Number.POSITIVE_INFINITY, beside: 'always' },
  title: 'The claim is not bound to a volume',
  why: 'No volume fits, none can be provisioned, or the storage class waits for the first pod that uses the claim.',
  fix: 'Read the events of the claim: a storage class that does not exist, or one without a provisioner, never binds.',
  see: ['https://kubernetes.io/docs/concepts/storage/persistent-volumes/'],
  evidence: yaml`
    apiVersion: v1
    kind: PersistentVolumeClaim
    metadata: { name: data, namespace: shop }
    spec: { resources: { requests: { storage: 10Gi } }, storageClassName: fast }
    status: { phase: Pending }
  `,
  match(subject, evidence) {
    const phase = stringOf(subject.status.phase);
    if (phase !== 'Pending' && phase !== undefined) return undefined;
    const event = evidence.event(subject, {
      reason: [
        'ProvisioningFailed',
        'FailedBinding',
        'FailedProvisioning',
        'ExternalProvisioning',
        'WaitForFirstConsumer',
        'WaitForPodScheduled',
        'Provisioning',
      ],
    });
    const waits = event?.reason === 'WaitForFirstConsumer' || event?.reason === 'WaitForPodScheduled';
    const missing = /storageclass\S* "?([^\s"]+)"? not found/i.exec(event?.message ?? '')?.[1];
    const storageClass = stringOf(subject.spec.storageClassName);
    const why =
      missing !== undefined
        ? `: its storage class ${inQuotes(missing)} does not exist`
        : waits
          ? ': its storage class waits for the first pod that uses it'
          : storageClass === undefined
            ? ' (it names no storage class)'
            : ` (storage class ${inQuotes(storageClass)})`;
    const age = evidence.since(subject.created);
    return {
      cause: `claim ${inQuotes(subject.ref.name)} is not bound to a volume${why}${age === undefined || age < MINUTE ? '' : `, for ${shownDuration(age)} now`}`,
      proof: [`phase ${phase ?? '(none)'}`, ...(event === undefined ? ['no event says why'] : [showEvent(event)])],
      command: describe(subject.ref),
      more: [['kubectl', 'get', 'storageclasses']],
      field: 'spec.storageClassName',
      ...(waits ? { severity: 'info' as const } : {}),
      sameAs: `${missing} ${storageClass} ${waits}`,
    };
  },
});
