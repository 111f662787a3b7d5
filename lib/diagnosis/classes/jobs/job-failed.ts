import { conditionIn } from '../../evidence/condition';
import { defineFailedJob } from '../failed-job';
import { yaml } from '../yaml';

export const JOB_FAILED = defineFailedJob({
  id: 'JobFailed',
  failure: 'unknown',
  title: 'The Job has failed',
  why: 'The Job failed for a reason that has no class of its own, or its status gives none.',
  fix: 'Read the condition and the logs of its pods.',
  field: () => undefined,
  preventedBy: 'job-retries-are-meant',
  evidence: yaml`
    apiVersion: batch/v1
    kind: Job
    metadata: { name: reindex, namespace: shop }
    spec: { backoffLimit: 2 }
    status: { failed: 3, conditions: [{ type: Failed, status: 'True', reason: JobFailed }] }
  `,
  says: ({ conditions }) => conditionIn(conditions, 'Failed', 'True')?.message || 'its status gives no reason',
});
