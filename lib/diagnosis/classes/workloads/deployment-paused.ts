import { deploymentProof, progressingOf } from '../../reading/deployment-status';
import { inQuotes } from '../../telling/printable';
import { defineDiagnosis } from '../diagnosis';
import { yaml } from '../yaml';

export const DEPLOYMENT_PAUSED = defineDiagnosis({
  id: 'DeploymentPaused',
  topic: 'workloads',
  kinds: ['Deployment'],
  outcome: 'waiting',
  role: 'alone',
  title: 'The Deployment is paused',
  why: 'While a Deployment is paused, template changes start no rollout, and the progress deadline does not run.',
  fix: 'Resume it when all changes are made: `kubectl rollout resume`.',
  see: ['https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#pausing-and-resuming-a-deployment'],
  evidence: yaml`
    apiVersion: apps/v1
    kind: Deployment
    metadata:
      name: cart
      namespace: shop
      generation: 2
    spec:
      replicas: 3
      paused: true
    status:
      observedGeneration: 2
      replicas: 3
      readyReplicas: 3
  `,
  match(subject) {
    if (subject.spec.paused !== true) return undefined;
    return {
      cause: `Deployment ${inQuotes(subject.ref.name)} is paused: changes start no rollout`,
      ...deploymentProof(subject, progressingOf(subject)),
      field: 'spec.paused',
      sameAs: 'paused',
    };
  },
});
