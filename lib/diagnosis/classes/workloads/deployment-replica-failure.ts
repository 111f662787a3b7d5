import { conditionIn, type StatusCondition } from '../../evidence/condition';
import type { ObservedObject } from '../../evidence/observed-object';
import { createFailure, matchCreateFailure } from '../../reading/create-failure';
import { deploymentProof } from '../../reading/deployment-status';
import { describe, describeNamed } from '../../telling/command';
import { inQuotes } from '../../telling/printable';
import { defineDiagnosis } from '../diagnosis';
import { yaml } from '../yaml';

function refused(subject: ObservedObject): StatusCondition | undefined {
  const failure = conditionIn(subject.conditions, 'ReplicaFailure', 'True');
  if (failure !== undefined) return failure;
  const stopped = conditionIn(subject.conditions, 'Progressing', 'False');
  return stopped !== undefined && /ReplicaSetCreateError|FailedCreate|FailedToCreate/i.test(stopped.reason)
    ? stopped
    : undefined;
}

export const DEPLOYMENT_REPLICA_FAILURE = defineDiagnosis({
  id: 'DeploymentReplicaFailure',
  topic: 'workloads',
  kinds: ['Deployment'],
  outcome: 'failed',
  role: 'symptom',
  patience: { seconds: 10 },
  title: 'The Deployment cannot create its pods',
  why: 'The API server refuses the pods: quota, service account, pod security or a webhook. There is no pod to look at; only this condition and the events of the ReplicaSet say so.',
  fix: 'Read the message of the condition: it names what was refused.',
  see: ['https://kubernetes.io/docs/concepts/policy/resource-quotas/'],
  evidence: yaml`
    apiVersion: apps/v1
    kind: Deployment
    metadata:
      name: cart
      namespace: shop
      generation: 2
    spec:
      replicas: 3
    status:
      observedGeneration: 2
      unavailableReplicas: 3
      conditions:
        - type: ReplicaFailure
          status: 'True'
          reason: FailedCreate
          message: 'pods "cart-6f7c9-abcde" is forbidden: exceeded quota: shop, requested: requests.cpu=1, used: requests.cpu=4, limited: requests.cpu=4'
  `,
  match(subject) {
    const condition = refused(subject);
    if (condition === undefined) return undefined;
    const failure = createFailure(condition.message);
    const isQuota = /quota/i.test(condition.message);
    return {
      cause: `Deployment ${inQuotes(subject.ref.name)} cannot create its pods: ${failure.says}`,
      ...deploymentProof(subject, condition),
      command: isQuota
        ? describeNamed(
            'ResourceQuota',
            subject.ref.namespace,
            /exceeded quota: ([^,\s]+)/.exec(condition.message)?.[1],
          )
        : describe(subject.ref),
      ...matchCreateFailure(failure),
    };
  },
});
