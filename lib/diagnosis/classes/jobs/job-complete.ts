import { stringOf } from '../../../kubernetes/views/json';
import { conditionIn } from '../../evidence/condition';
import type { ObservedObject } from '../../evidence/observed-object';
import { JOB_PAGES, jobProof, podsOf } from '../../reading/job-status';
import { inQuotes } from '../../telling/printable';
import { defineDiagnosis } from '../diagnosis';
import { yaml } from '../yaml';

const isComplete = ({ conditions, status }: ObservedObject) =>
  conditionIn(conditions, 'Complete', 'True') !== undefined ||
  conditionIn(conditions, 'SuccessCriteriaMet', 'True') !== undefined ||
  (stringOf(status.completionTime) !== undefined && podsOf(status.succeeded) > 0);

export const JOB_COMPLETE = defineDiagnosis({
  id: 'JobComplete',
  topic: 'jobs',
  kinds: ['Job'],
  outcome: 'ok',
  role: 'alone',
  title: 'The Job is complete',
  why: 'As many pods have succeeded as it asks for.',
  fix: 'Nothing.',
  see: JOB_PAGES,
  evidence: yaml`
    apiVersion: batch/v1
    kind: Job
    metadata: { name: reindex, namespace: shop }
    spec: { backoffLimit: 2 }
    status: { succeeded: 1, conditions: [{ type: Complete, status: 'True' }] }
  `,
  match: (subject) =>
    isComplete(subject)
      ? { cause: `Job ${inQuotes(subject.ref.name)} is complete`, ...jobProof(subject), sameAs: 'complete' }
      : undefined,
});
