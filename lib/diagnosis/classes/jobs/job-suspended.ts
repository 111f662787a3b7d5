import { conditionIn } from '../../evidence/condition';
import { jobProof } from '../../reading/job-status';
import { inQuotes } from '../../telling/printable';
import { defineDiagnosis } from '../diagnosis';
import { yaml } from '../yaml';

export const JOB_SUSPENDED = defineDiagnosis({
  id: 'JobSuspended',
  topic: 'jobs',
  kinds: ['Job'],
  outcome: 'waiting',
  role: 'alone',
  title: 'The Job is suspended',
  why: 'A suspended Job has no pods; its deadline starts over when it is resumed. Queues such as Kueue suspend Jobs until there is room.',
  fix: 'Set suspend to false, or look at the queue that holds it.',
  see: ['https://kubernetes.io/docs/concepts/workloads/controllers/job/#suspending-a-job'],
  evidence: yaml`
    apiVersion: batch/v1
    kind: Job
    metadata: { name: reindex, namespace: shop }
    spec: { suspend: true }
    status: { conditions: [{ type: Suspended, status: 'True' }] }
  `,
  match(subject) {
    const condition = conditionIn(subject.conditions, 'Suspended', 'True');
    if (condition === undefined && subject.spec.suspend !== true) return undefined;
    return {
      cause: `Job ${inQuotes(subject.ref.name)} is suspended`,
      ...jobProof(subject, condition),
      field: 'spec.suspend',
      sameAs: 'suspended',
    };
  },
});
