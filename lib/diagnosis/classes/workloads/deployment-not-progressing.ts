import { DEPLOYMENT_PAGES, deploymentProof, progressingOf } from '../../reading/deployment-status';
import { inQuotes } from '../../telling/printable';
import { defineDiagnosis } from '../diagnosis';
import { yaml } from '../yaml';

export const DEPLOYMENT_NOT_PROGRESSING = defineDiagnosis({
  id: 'DeploymentNotProgressing',
  topic: 'workloads',
  kinds: ['Deployment'],
  outcome: 'failed',
  role: 'symptom',
  patience: { seconds: 120 },
  title: 'The rollout does not progress',
  why: 'The controller reports that it cannot continue, for a reason other than its deadline.',
  fix: 'Read the reason of the condition.',
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
      updatedReplicas: 1
      availableReplicas: 3
      conditions:
        - { type: Progressing, status: 'False', reason: SomethingElse }
  `,
  match(subject) {
    const condition = progressingOf(subject);
    if (condition?.status !== 'False') return undefined;
    return {
      cause: `Deployment ${inQuotes(subject.ref.name)} does not progress: ${condition.reason || 'its condition gives no reason'}`,
      ...deploymentProof(subject, condition),
      sameAs: condition.reason,
    };
  },
});
