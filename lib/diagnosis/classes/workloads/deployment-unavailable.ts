import { API_DEFAULTS } from '../../../kubernetes/versions/api-defaults';
import { integerOf } from '../../../kubernetes/views/json';
import type { Evidence } from '../../evidence/evidence';
import type { ObservedObject } from '../../evidence/observed-object';
import {
  availableOf,
  DEPLOYMENT_PAGES,
  deploymentProof,
  progressingOf,
  rolloutNumbers,
} from '../../reading/deployment-status';
import { inQuotes } from '../../telling/printable';
import { defineDiagnosis } from '../diagnosis';
import { yaml } from '../yaml';

/** The controller has not come past the deadline that it gives itself; then 0 available pods are nothing to worry about. */
function isWithinDeadline(subject: ObservedObject, evidence: Evidence): boolean {
  const since = evidence.since(progressingOf(subject)?.since ?? subject.created);
  const deadline =
    (integerOf(subject.spec.progressDeadlineSeconds) ?? API_DEFAULTS.deployment.progressDeadlineSeconds) * 1000;
  return since !== undefined && since < deadline;
}

export const DEPLOYMENT_UNAVAILABLE = defineDiagnosis({
  id: 'DeploymentUnavailable',
  topic: 'workloads',
  kinds: ['Deployment'],
  outcome: 'failed',
  role: 'symptom',
  patience: { seconds: 120 },
  title: 'The Deployment has fewer available pods than it needs',
  why: 'Available is False where more pods are missing than maxUnavailable allows. After a completed rollout this means that pods which used to work have since failed.',
  fix: 'Look at its pods: the first one that is not ready shows the cause.',
  see: DEPLOYMENT_PAGES,
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
      replicas: 3
      updatedReplicas: 3
      unavailableReplicas: 3
      conditions:
        - { type: Available, status: 'False', reason: MinimumReplicasUnavailable }
        - { type: Progressing, status: 'True', reason: NewReplicaSetAvailable }
  `,
  match(subject, evidence) {
    const { desired, total, updated, available: there, unavailable } = rolloutNumbers(subject);
    if (subject.isStale || desired === 0) return undefined;
    const isOut = availableOf(subject)?.status === 'False';
    const isRolledOut =
      progressingOf(subject)?.reason === 'NewReplicaSetAvailable' ||
      (progressingOf(subject) === undefined && updated >= desired && total <= updated);
    const isShort = there < desired || unavailable > 0;
    const isPartial = isRolledOut && isShort && subject.conditions.length > 0;
    const isDown = isOut && (isRolledOut || (there === 0 && !isWithinDeadline(subject, evidence)));
    if (!isDown && !isPartial) return undefined;
    return {
      cause: `Deployment ${inQuotes(subject.ref.name)} has ${there} of ${desired} replicas available${isOut ? ', fewer than it must have' : ''}`,
      ...deploymentProof(subject, availableOf(subject), progressingOf(subject)),
      ...(isOut || there === 0 ? {} : { severity: 'warning' as const }),
      sameAs: 'unavailable',
    };
  },
});
