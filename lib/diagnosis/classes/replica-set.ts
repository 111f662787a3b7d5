import { integerOf, stringOf } from '../../kubernetes/json';
import { conditionIn, showCondition } from '../evidence/condition';
import { MINUTE } from '../evidence/time';
import { createFailure } from '../reading/create-failure';
import { describe, get } from '../telling/command';
import { quoted } from '../telling/printable';
import { type Diagnosis, defineDiagnosis } from './diagnosis';

/** ReplicaSets and ReplicationControllers. */
export const REPLICA_SET_DIAGNOSES: readonly Diagnosis[] = [
  defineDiagnosis({
    id: 'ReplicaFailure',
    kinds: ['ReplicaSet', 'ReplicationController'],
    outcome: 'failed',
    severity: 'error',
    title: 'The ReplicaSet cannot create its pods',
    why: 'The API server refuses the pods: quota, service account, pod security or a webhook. There is no pod to look at.',
    fix: 'Read the message of the condition: it names what was refused.',
    see: ['https://kubernetes.io/docs/concepts/policy/resource-quotas/'],
    evidence: `apiVersion: apps/v1
kind: ReplicaSet
metadata: { name: cart-6f7c9, namespace: shop }
spec: { replicas: 1 }
status:
  replicas: 0
  conditions:
    - type: ReplicaFailure
      status: 'True'
      reason: FailedCreate
      message: 'pods "cart-6f7c9-abcde" is forbidden: error looking up service account shop/cart: serviceaccount "cart" not found'
`,
    match(subject, evidence) {
      const condition = conditionIn(subject.conditions, 'ReplicaFailure', 'True');
      const isShort = (integerOf(subject.status.replicas) ?? 0) < (integerOf(subject.spec.replicas) ?? 1);
      const event =
        condition === undefined && isShort ? evidence.event(subject, { reason: 'FailedCreate' }) : undefined;
      if (condition === undefined && event === undefined) return undefined;
      const message = condition?.message ?? event?.message ?? '';
      const failure = createFailure(message);
      return {
        cause: `${subject.ref.kind} ${quoted(subject.ref.name)} cannot create its pods: ${failure.says}`,
        proof: [condition === undefined ? `event FailedCreate: ${message}` : showCondition(condition)],
        command: describe(subject.ref),
        fix: failure.fix,
        ...(failure.field === undefined ? {} : { field: failure.field }),
        sameAs: failure.says,
        ...(failure.isShared ? { scope: 'namespace' as const } : {}),
      };
    },
  }),
  defineDiagnosis({
    id: 'NotReady',
    kinds: ['ReplicaSet', 'ReplicationController'],
    outcome: 'failed',
    severity: 'warning',
    title: 'The ReplicaSet has fewer ready pods than it should',
    why: 'A ReplicaSet only counts: its pods tell the cause.',
    fix: 'Look at its pods.',
    see: ['https://kubernetes.io/docs/concepts/workloads/controllers/replicaset/'],
    evidence:
      'apiVersion: apps/v1\nkind: ReplicaSet\nmetadata: { name: cart-6f7c9, namespace: shop }\nspec: { replicas: 3 }\nstatus: { replicas: 3, readyReplicas: 1 }\n',
    match(subject, evidence) {
      const desired = integerOf(subject.spec.replicas) ?? 1;
      const number = integerOf(subject.status.readyReplicas) ?? 0;
      // Only after minReadySeconds a ready pod is available; where that is not told, ready counts.
      const ready = Math.min(number, integerOf(subject.status.availableReplicas) ?? number);
      if (ready >= desired) return undefined;
      const age = evidence.since(subject.created);
      return {
        cause: `${subject.ref.kind} ${quoted(subject.ref.name)} has ${ready} of ${desired} replicas ready`,
        proof: [`replicas: ${desired} desired, ${integerOf(subject.status.replicas) ?? 0} there, ${ready} ready`],
        command: get(subject.ref.namespace, 'pods', null, '-o', 'wide'),
        more: [describe(subject.ref)],
        ...(age !== undefined && age < MINUTE ? { severity: 'info' as const } : {}),
        sameAs: 'replica set',
      };
    },
  }),
  defineDiagnosis({
    id: 'Healthy',
    kinds: ['ReplicaSet', 'ReplicationController', 'PersistentVolumeClaim', 'Service', 'CronJob'],
    outcome: 'ok',
    severity: 'info',
    title: 'The object is as it should be',
    why: 'Its status says nothing else.',
    fix: 'Nothing.',
    see: ['https://kubernetes.io/docs/concepts/overview/working-with-objects/'],
    evidence:
      'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: data, namespace: shop }\nstatus: { phase: Bound }\n',
    match: (subject) => ({
      cause: `${subject.ref.kind} ${quoted(subject.ref.name)} is as it should be`,
      proof: stringOf(subject.status.phase) === undefined ? [] : [`phase ${stringOf(subject.status.phase)}`],
      command: describe(subject.ref),
      sameAs: 'healthy',
    }),
  }),
];
