import { STATEFUL_SET_PAGES, statefulNumbers, statefulProof } from '../../reading/stateful-set-status';
import { inQuotes } from '../../telling/printable';
import { defineDiagnosis } from '../diagnosis';
import { yaml } from '../yaml';

export const STATEFUL_SET_HEALTHY = defineDiagnosis({
  id: 'StatefulSetHealthy',
  topic: 'workloads',
  kinds: ['StatefulSet'],
  outcome: 'ok',
  role: 'alone',
  title: 'The StatefulSet is complete and ready',
  why: 'All replicas are ready, and from the newest template as far as the update strategy allows.',
  fix: 'Nothing.',
  see: STATEFUL_SET_PAGES,
  evidence: yaml`
    apiVersion: apps/v1
    kind: StatefulSet
    metadata: { name: db, namespace: shop, generation: 1, creationTimestamp: '2026-08-01T10:00:00Z' }
    spec: { replicas: 3, serviceName: db }
    status: { observedGeneration: 1, replicas: 3, readyReplicas: 3, updatedReplicas: 3, currentRevision: db-1, updateRevision: db-1 }
  `,
  match: (subject) => ({
    ...statefulProof(subject),
    cause: `StatefulSet ${inQuotes(subject.ref.name)} has ${statefulNumbers(subject).ready} of ${statefulNumbers(subject).desired} replicas ready`,
    sameAs: 'healthy',
  }),
});
