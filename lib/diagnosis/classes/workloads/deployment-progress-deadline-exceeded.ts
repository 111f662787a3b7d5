import { integerOf } from '../../../kubernetes/views/json';
import { availableOf, deploymentProof, progressingOf, rolloutNumbers } from '../../reading/deployment-status';
import { inQuotes } from '../../telling/printable';
import { defineDiagnosis } from '../diagnosis';
import { yaml } from '../yaml';

export const DEPLOYMENT_PROGRESS_DEADLINE_EXCEEDED = defineDiagnosis({
  id: 'DeploymentProgressDeadlineExceeded',
  topic: 'workloads',
  kinds: ['Deployment'],
  outcome: 'failed',
  role: 'symptom',
  patience: { seconds: 0, final: true },
  title: 'The rollout made no progress within its deadline',
  why: 'No pod of the new template became available within progressDeadlineSeconds. Nothing is rolled back; the old pods keep serving, which is why Available can be True.',
  fix: 'Find out why the new pods do not become ready; meanwhile `kubectl rollout undo` restores the old template.',
  see: ['https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#failed-deployment'],
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
      replicas: 4
      updatedReplicas: 1
      readyReplicas: 3
      availableReplicas: 3
      unavailableReplicas: 1
      conditions:
        - { type: Available, status: 'True' }
        - { type: Progressing, status: 'False', reason: ProgressDeadlineExceeded }
  `,
  match(subject) {
    const condition = progressingOf(subject);
    if (condition?.status !== 'False' || condition.reason !== 'ProgressDeadlineExceeded') return undefined;
    const seconds = integerOf(subject.spec.progressDeadlineSeconds);
    const { available: there, desired } = rolloutNumbers(subject);
    return {
      cause: `Deployment ${inQuotes(subject.ref.name)} made no progress for ${seconds === undefined ? 'its progress deadline' : `${seconds} s`}: the new pods do not become ready; ${there} of ${desired} replicas are available`,
      ...deploymentProof(subject, condition, availableOf(subject)),
      preventedBy: 'startup-fits-progress-deadline',
      sameAs: 'deadline',
    };
  },
});
