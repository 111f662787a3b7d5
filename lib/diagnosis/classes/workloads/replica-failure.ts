import { integerOf } from '../../../kubernetes/views/json';
import { conditionIn, showCondition } from '../../evidence/condition';
import { createFailure, matchCreateFailure } from '../../reading/create-failure';
import { describe } from '../../telling/command';
import { inQuotes } from '../../telling/printable';
import { defineDiagnosis } from '../diagnosis';
import { yaml } from '../yaml';

export const REPLICA_FAILURE = defineDiagnosis({
  id: 'ReplicaFailure',
  topic: 'workloads',
  kinds: ['ReplicaSet', 'ReplicationController'],
  outcome: 'failed',
  role: 'cause',
  patience: { seconds: 10 },
  title: 'The ReplicaSet cannot create its pods',
  why: 'The API server refuses the pods: quota, service account, pod security or a webhook. There is no pod to look at.',
  fix: 'Read the message of the condition: it names what was refused.',
  see: ['https://kubernetes.io/docs/concepts/policy/resource-quotas/'],
  evidence: yaml`
    apiVersion: apps/v1
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
    const event = condition === undefined && isShort ? evidence.event(subject, { reason: 'FailedCreate' }) : undefined;
    if (condition === undefined && event === undefined) return undefined;
    const message = condition?.message ?? event?.message ?? '';
    const failure = createFailure(message);
    return {
      cause: `${subject.ref.kind} ${inQuotes(subject.ref.name)} cannot create its pods: ${failure.says}`,
      proof: [condition === undefined ? `event FailedCreate: ${message}` : showCondition(condition)],
      command: describe(subject.ref),
      ...matchCreateFailure(failure),
    };
  },
});
