import { jobFailureCause } from '../../../../lib/diagnosis/reading/messages/job-failure';

test.each([
  ['BackoffLimitExceeded', '', 'backoff-limit'],
  ['DeadlineExceeded', '', 'deadline'],
  ['FailedIndexes', '', 'failed-indexes'],
  ['MaxFailedIndexesExceeded', '', 'failed-indexes'],
  ['PodFailurePolicy', '', 'pod-failure-policy'],
  ['', 'Job has reached the specified backoff limit', 'backoff-limit'],
  ['', 'Job was active longer than specified deadline', 'deadline'],
  ['', 'Job has failed indexes', 'failed-indexes'],
  ['', 'Container web for pod shop/a failed with exit code 3 matching FailJob rule at index 0', 'pod-failure-policy'],
  ['DeadlineExceeded', 'Job has reached the specified backoff limit', 'deadline'],
  ['toString', '', 'unknown'],
  ['', '', 'unknown'],
] as const)('%s with the message "%s" is %s', (reason, message, cause) => {
  expect(jobFailureCause(reason, message)).toBe(cause);
});
