import { DEPLOYMENT_PAGES, deploymentProof, rolloutNumbers } from '../../reading/deployment-status';
import { inQuotes } from '../../telling/printable';
import { defineDiagnosis } from '../diagnosis';
import { yaml } from '../yaml';

export const DEPLOYMENT_HEALTHY = defineDiagnosis({
  id: 'DeploymentHealthy',
  topic: 'workloads',
  kinds: ['Deployment'],
  outcome: 'ok',
  role: 'alone',
  title: 'The Deployment is complete and available',
  why: 'All replicas are from the newest template and available.',
  fix: 'Nothing.',
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
      readyReplicas: 3
      availableReplicas: 3
      conditions:
        - { type: Available, status: 'True' }
  `,
  match: (subject) => ({
    cause: `Deployment ${inQuotes(subject.ref.name)} has ${rolloutNumbers(subject).available} of ${rolloutNumbers(subject).desired} replicas available, all from the newest template`,
    ...deploymentProof(subject),
    sameAs: 'healthy',
  }),
});
