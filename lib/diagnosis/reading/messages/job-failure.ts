/** Why a Job has failed. */
export type JobFailureCause = 'backoff-limit' | 'deadline' | 'failed-indexes' | 'pod-failure-policy' | 'unknown';

const REASONS: Readonly<Record<string, JobFailureCause>> = {
  BackoffLimitExceeded: 'backoff-limit',
  DeadlineExceeded: 'deadline',
  FailedIndexes: 'failed-indexes',
  MaxFailedIndexesExceeded: 'failed-indexes',
  PodFailurePolicy: 'pod-failure-policy',
};

// What the message says where the reason is missing.
const WORDINGS: ReadonlyArray<readonly [JobFailureCause, RegExp]> = [
  ['backoff-limit', /backoff limit/i],
  ['deadline', /longer than specified deadline/i],
  ['failed-indexes', /failed indexes/i],
  ['pod-failure-policy', /pod failure policy|FailJob|matching \S+ rule/i],
];

/** Reads the cause out of the condition that says that a Job has failed. */
export function jobFailureCause(reason: string, message: string): JobFailureCause {
  if (Object.hasOwn(REASONS, reason)) return REASONS[reason] as JobFailureCause;
  return WORDINGS.find(([, wording]) => wording.test(message))?.[0] ?? 'unknown';
}
