import { count } from '../../../kubernetes/text/count';
import { API_DEFAULTS } from '../../../kubernetes/versions/api-defaults';
import { integerOf } from '../../../kubernetes/views/json';
import { podsOf } from '../../reading/job-status';
import { defineFailedJob } from '../failed-job';
import { yaml } from '../yaml';

export const JOB_BACKOFF_LIMIT_EXCEEDED = defineFailedJob({
  id: 'JobBackoffLimitExceeded',
  failure: 'backoff-limit',
  title: 'The Job failed more often than its backoffLimit allows',
  why: 'Each failed pod (or, with OnFailure, each restart) counts. With OnFailure the pods and their logs are gone when the limit is reached.',
  fix: 'Read the log of a failed pod; restartPolicy Never keeps failed pods around.',
  field: () => 'spec.backoffLimit',
  preventedBy: 'job-retries-are-meant',
  evidence: yaml`
    apiVersion: batch/v1
    kind: Job
    metadata: { name: reindex, namespace: shop }
    spec: { backoffLimit: 2 }
    status: { failed: 3, conditions: [{ type: Failed, status: 'True', reason: BackoffLimitExceeded }] }
  `,
  says: ({ spec, status }) =>
    `${count(podsOf(status.failed), 'pod')} failed, and its backoffLimit is ${integerOf(spec.backoffLimit) ?? API_DEFAULTS.job.backoffLimit}`,
});
