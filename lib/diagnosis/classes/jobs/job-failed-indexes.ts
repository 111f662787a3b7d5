import { stringOf } from '../../../kubernetes/views/json';
import { defineFailedJob } from '../failed-job';
import { yaml } from '../yaml';

export const JOB_FAILED_INDEXES = defineFailedJob({
  id: 'JobFailedIndexes',
  failure: 'failed-indexes',
  title: 'Some indexes of the Job have failed',
  why: 'An indexed Job with backoffLimitPerIndex continues with the other indexes, and fails at the end if any index failed.',
  fix: 'Read the log of a pod of a failed index.',
  field: ({ reason }) =>
    reason === 'MaxFailedIndexesExceeded' ? 'spec.maxFailedIndexes' : 'spec.backoffLimitPerIndex',
  preventedBy: 'job-retries-are-meant',
  evidence: yaml`
    apiVersion: batch/v1
    kind: Job
    metadata: { name: reindex, namespace: shop }
    spec: { backoffLimit: 2 }
    status: { failed: 3, conditions: [{ type: Failed, status: 'True', reason: FailedIndexes }] }
  `,
  says: ({ status }) =>
    `indexes ${stringOf(status.failedIndexes) ?? '(not named)'} failed${stringOf(status.completedIndexes) === undefined ? '' : `, ${stringOf(status.completedIndexes)} are complete`}`,
});
