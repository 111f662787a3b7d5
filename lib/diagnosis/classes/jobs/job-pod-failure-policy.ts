import { defineFailedJob } from '../failed-job';
import { yaml } from '../yaml';

export const JOB_POD_FAILURE_POLICY = defineFailedJob({
  id: 'JobPodFailurePolicy',
  failure: 'pod-failure-policy',
  title: 'The Job was ended by a rule of its podFailurePolicy',
  why: 'A rule with the action FailJob ends the Job at the first pod that matches it, whatever the backoffLimit.',
  fix: 'Read the message: it names the pod, its exit code and the rule.',
  field: () => 'spec.podFailurePolicy',
  preventedBy: 'job-retries-are-meant',
  evidence: yaml`
    apiVersion: batch/v1
    kind: Job
    metadata: { name: reindex, namespace: shop }
    spec: { backoffLimit: 2 }
    status: { failed: 3, conditions: [{ type: Failed, status: 'True', reason: PodFailurePolicy }] }
  `,
  says: () => 'a rule of its podFailurePolicy ended it',
});
