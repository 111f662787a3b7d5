import { stringOf } from '../../../kubernetes/views/json';
import type { ObservedObject } from '../../evidence/observed-object';
import { describe } from '../../telling/command';
import { inQuotes } from '../../telling/printable';
import { defineDiagnosis } from '../diagnosis';
import { yaml } from '../yaml';

const HEALTHY_OBJECT = {
  id: 'Healthy',
  topic: 'workloads',
  outcome: 'ok',
  title: 'The object is healthy',
  why: 'Its status says nothing else.',
  fix: 'Nothing.',
  see: ['https://kubernetes.io/docs/concepts/overview/working-with-objects/'],
  match: (subject: ObservedObject) => ({
    cause: `${subject.ref.kind} ${inQuotes(subject.ref.name)} is healthy`,
    proof: stringOf(subject.status.phase) === undefined ? [] : [`phase ${stringOf(subject.status.phase)}`],
    command: describe(subject.ref),
    sameAs: 'healthy',
  }),
} as const;

/** Objects without a class of their own for it; a bound claim is listed with the pod that cannot use it. */
export const OBJECT_HEALTHY = [
  defineDiagnosis({
    ...HEALTHY_OBJECT,
    kinds: ['ReplicaSet', 'ReplicationController', 'Service', 'CronJob'],
    role: 'alone',
    evidence: yaml`
      apiVersion: apps/v1
      kind: ReplicaSet
      metadata: { name: cart-6f7c9, namespace: shop }
      spec: { replicas: 1 }
      status: { replicas: 1, readyReplicas: 1, availableReplicas: 1 }
    `,
  }),
  defineDiagnosis({
    ...HEALTHY_OBJECT,
    kinds: ['PersistentVolumeClaim'],
    role: 'symptom',
    evidence: yaml`
      apiVersion: v1
      kind: PersistentVolumeClaim
      metadata: { name: data, namespace: shop }
      status: { phase: Bound }
    `,
  }),
];
