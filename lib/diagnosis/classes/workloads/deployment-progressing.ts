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

export const DEPLOYMENT_PROGRESSING = defineDiagnosis({
  id: 'DeploymentProgressing',
  topic: 'workloads',
  kinds: ['Deployment'],
  outcome: 'waiting',
  role: 'symptom',
  title: 'The rollout is in progress',
  why: 'Pods of the new template are being created, or old ones still have to go.',
  fix: 'Wait until the progress deadline; `diagnose --live --watch` says earlier if it cannot succeed.',
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
      replicas: 4
      updatedReplicas: 2
      readyReplicas: 3
      availableReplicas: 3
      conditions:
        - { type: Available, status: 'True' }
        - { type: Progressing, status: 'True', reason: ReplicaSetUpdated }
  `,
  match(subject) {
    const { desired, total, updated, available: there } = rolloutNumbers(subject);
    const isComplete = updated >= desired && total <= updated && there >= desired;
    const hasNoNumbers = updated === 0 && total === 0 && availableOf(subject)?.status === 'True';
    if (!subject.isStale && (isComplete || hasNoNumbers)) return undefined;
    const what = subject.isStale
      ? 'its controller has not seen the latest spec yet'
      : `${updated} of ${desired} replicas are from the new template, ${there} are available`;
    return {
      cause: `Deployment ${inQuotes(subject.ref.name)} is rolling out: ${what}`,
      ...deploymentProof(subject, progressingOf(subject), availableOf(subject)),
      sameAs: 'progressing',
    };
  },
});
