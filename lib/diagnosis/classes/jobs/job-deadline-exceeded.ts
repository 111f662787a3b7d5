import { integerOf } from '../../../kubernetes/views/json';
import { defineFailedJob } from '../failed-job';
import { yaml } from '../yaml';

export const JOB_DEADLINE_EXCEEDED = defineFailedJob({
  id: 'JobDeadlineExceeded',
  failure: 'deadline',
  title: 'The Job ran longer than its activeDeadlineSeconds',
  why: 'The deadline counts from the start of the Job, retries included, and takes precedence over the backoffLimit.',
  fix: 'Raise the deadline, or find out what took so long: an image, a node, or the work itself.',
  field: () => 'spec.activeDeadlineSeconds',
  preventedBy: 'job-has-a-deadline',
  evidence: yaml`
    apiVersion: batch/v1
    kind: Job
    metadata: { name: reindex, namespace: shop }
    spec: { backoffLimit: 2 }
    status: { failed: 3, conditions: [{ type: Failed, status: 'True', reason: DeadlineExceeded }] }
  `,
  says: ({ spec }) =>
    `it was active longer than ${integerOf(spec.activeDeadlineSeconds) === undefined ? 'its deadline' : `its deadline of ${integerOf(spec.activeDeadlineSeconds)} s`}`,
});
