import { isSettled, STATEFUL_SET_PAGES, statefulNumbers, statefulProof } from '../../reading/stateful-set-status';
import { inQuotes } from '../../telling/printable';
import { defineDiagnosis } from '../diagnosis';
import { yaml } from '../yaml';

export const STATEFUL_SET_PROGRESSING = defineDiagnosis({
  id: 'StatefulSetProgressing',
  topic: 'workloads',
  kinds: ['StatefulSet'],
  outcome: 'waiting',
  role: 'symptom',
  title: 'The StatefulSet is being rolled out or scaled',
  why: 'Pods are created, replaced or removed one at a time, each once the one before it is ready.',
  fix: 'Wait; if it takes long, look at the pod that is not ready.',
  see: STATEFUL_SET_PAGES,
  evidence: yaml`
    apiVersion: apps/v1
    kind: StatefulSet
    metadata: { name: db, namespace: shop, generation: 1, creationTimestamp: '2026-08-01T10:00:00Z' }
    spec: { replicas: 3, serviceName: db }
    status: { observedGeneration: 1, replicas: 3, readyReplicas: 2, currentReplicas: 2, currentRevision: db-1, updateRevision: db-2 }
  `,
  match(subject) {
    if (isSettled(subject)) return undefined;
    const { desired, ready, updated, isUpdating } = statefulNumbers(subject);
    return {
      ...statefulProof(subject),
      cause: `StatefulSet ${inQuotes(subject.ref.name)} is rolling out: ${ready} of ${desired} replicas are ready${isUpdating ? `, ${updated} updated` : ''}`,
      sameAs: 'progressing',
    };
  },
});
