import { integerOf } from '../../../kubernetes/views/json';
import { MINUTE } from '../../evidence/time';
import { describe, get } from '../../telling/command';
import { inQuotes } from '../../telling/printable';
import { defineDiagnosis, ENDLESS } from '../diagnosis';
import { yaml } from '../yaml';

export const REPLICA_SET_NOT_READY = defineDiagnosis({
  id: 'NotReady',
  topic: 'workloads',
  kinds: ['ReplicaSet', 'ReplicationController'],
  outcome: 'failed',
  severity: 'warning',
  role: 'symptom',
  patience: ENDLESS,
  title: 'The ReplicaSet has fewer ready pods than it should',
  why: 'A ReplicaSet only counts; its pods show the cause.',
  fix: 'Look at its pods.',
  see: ['https://kubernetes.io/docs/concepts/workloads/controllers/replicaset/'],
  evidence: yaml`
    apiVersion: apps/v1
    kind: ReplicaSet
    metadata: { name: cart-6f7c9, namespace: shop }
    spec: { replicas: 3 }
    status: { replicas: 3, readyReplicas: 1 }
  `,
  match(subject, evidence) {
    const desired = integerOf(subject.spec.replicas) ?? 1;
    const number = integerOf(subject.status.readyReplicas) ?? 0;
    // A ready pod is available only after minReadySeconds; without that number, ready counts.
    const ready = Math.min(number, integerOf(subject.status.availableReplicas) ?? number);
    if (ready >= desired) return undefined;
    const age = evidence.since(subject.created);
    return {
      cause: `${subject.ref.kind} ${inQuotes(subject.ref.name)} has ${ready} of ${desired} replicas ready`,
      proof: [`replicas: ${desired} desired, ${integerOf(subject.status.replicas) ?? 0} there, ${ready} ready`],
      command: get(subject.ref.namespace, 'pods', null, '-o', 'wide'),
      more: [describe(subject.ref)],
      ...(age !== undefined && age < MINUTE ? { severity: 'info' as const } : {}),
      sameAs: 'replica set',
    };
  },
});
