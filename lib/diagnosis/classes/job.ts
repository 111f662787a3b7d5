import { integerOf, stringOf } from '../../kubernetes/json';
import { showEvent } from '../evidence/cluster-event';
import { conditionIn, type StatusCondition, showCondition } from '../evidence/condition';
import type { ObservedObject } from '../evidence/observed-object';
import { describe, get } from '../telling/command';
import type { Match } from '../telling/match';
import { count, quoted } from '../telling/printable';
import { type Diagnosis, defineDiagnosis } from './diagnosis';

const SEE = ['https://kubernetes.io/docs/concepts/workloads/controllers/job/#handling-pod-and-container-failures'];
const KINDS = ['Job'];

const number = (value: unknown) => integerOf(value) ?? 0;

/** The condition that says that a Job has failed, or is about to. */
export function jobFailure({ conditions }: ObservedObject): StatusCondition | undefined {
  return conditionIn(conditions, 'Failed', 'True') ?? conditionIn(conditions, 'FailureTarget', 'True');
}

const isComplete = ({ conditions, status }: ObservedObject) =>
  conditionIn(conditions, 'Complete', 'True') !== undefined ||
  conditionIn(conditions, 'SuccessCriteriaMet', 'True') !== undefined ||
  (stringOf(status.completionTime) !== undefined && number(status.succeeded) > 0);

function base(subject: ObservedObject, condition?: StatusCondition): Pick<Match, 'proof' | 'command' | 'more'> {
  const { status, ref } = subject;
  return {
    proof: [
      ...(condition === undefined ? [] : [showCondition(condition)]),
      `pods: ${number(status.active)} active, ${number(status.succeeded)} succeeded, ${number(status.failed)} failed`,
    ],
    command: get(ref.namespace, 'pods', null, '-l', `batch.kubernetes.io/job-name=${ref.name ?? ''}`),
    more: [describe(ref)],
  };
}

const example = (status: string, spec = 'backoffLimit: 2') => `apiVersion: batch/v1
kind: Job
metadata: { name: reindex, namespace: shop }
spec: { ${spec} }
status: ${status}
`;

interface JobFamily {
  readonly id: string;
  readonly reasons: readonly string[];
  /** What the message says where the reason is missing. */
  readonly wording: RegExp;
  readonly title: string;
  readonly why: string;
  readonly fix: string;
  readonly field: (reason: string) => string | undefined;
  readonly preventedBy: string;
  readonly reason: string;
  says(subject: ObservedObject): string;
}

const FAMILIES: readonly JobFamily[] = [
  {
    id: 'JobBackoffLimitExceeded',
    reasons: ['BackoffLimitExceeded'],
    wording: /backoff limit/i,
    title: 'The Job failed more often than its backoffLimit allows',
    why: 'Each failed pod (or, with OnFailure, each restart) counts. With OnFailure the pods and their logs are gone when the limit is reached.',
    fix: 'Read the log of a failed pod. restartPolicy Never keeps the pods for that.',
    field: () => 'spec.backoffLimit',
    preventedBy: 'job-retries-are-meant',
    reason: 'BackoffLimitExceeded',
    says: ({ spec, status }) =>
      `${count(number(status.failed), 'pod')} failed, and its backoffLimit is ${integerOf(spec.backoffLimit) ?? 6}`,
  },
  {
    id: 'JobDeadlineExceeded',
    reasons: ['DeadlineExceeded'],
    wording: /longer than specified deadline/i,
    title: 'The Job ran longer than its activeDeadlineSeconds',
    why: 'The deadline counts from the start of the Job, with all retries, and comes before the backoffLimit.',
    fix: 'Raise the deadline, or find out what the Job waited for: an image, a node, or its work.',
    field: () => 'spec.activeDeadlineSeconds',
    preventedBy: 'job-has-a-deadline',
    reason: 'DeadlineExceeded',
    says: ({ spec }) =>
      `it was active longer than ${integerOf(spec.activeDeadlineSeconds) === undefined ? 'its deadline' : `its deadline of ${integerOf(spec.activeDeadlineSeconds)} s`}`,
  },
  {
    id: 'JobFailedIndexes',
    reasons: ['FailedIndexes', 'MaxFailedIndexesExceeded'],
    wording: /failed indexes/i,
    title: 'Indexes of the Job have failed',
    why: 'An indexed Job with backoffLimitPerIndex goes on with the other indexes, and fails at its end if any index failed.',
    fix: 'Read the log of a pod of a failed index.',
    field: (reason) => (reason === 'MaxFailedIndexesExceeded' ? 'spec.maxFailedIndexes' : 'spec.backoffLimitPerIndex'),
    preventedBy: 'job-retries-are-meant',
    reason: 'FailedIndexes',
    says: ({ status }) =>
      `indexes ${stringOf(status.failedIndexes) ?? '(not named)'} failed${stringOf(status.completedIndexes) === undefined ? '' : `, ${stringOf(status.completedIndexes)} are complete`}`,
  },
  {
    id: 'JobPodFailurePolicy',
    reasons: ['PodFailurePolicy'],
    wording: /pod failure policy|FailJob|matching \S+ rule/i,
    title: 'The Job was ended by a rule of its podFailurePolicy',
    why: 'A rule with the action FailJob ends the Job at the first pod that matches it, whatever the backoffLimit.',
    fix: 'Read the message: it names the pod, its exit code and the rule.',
    field: () => 'spec.podFailurePolicy',
    preventedBy: 'job-retries-are-meant',
    reason: 'PodFailurePolicy',
    says: () => 'a rule of its podFailurePolicy ended it',
  },
  {
    id: 'JobFailed',
    reasons: [],
    wording: /^/,
    title: 'The Job has failed',
    why: 'The Job ended for a reason of its own, or its status gives none.',
    fix: 'Read the condition and the logs of its pods.',
    field: () => undefined,
    preventedBy: 'job-retries-are-meant',
    reason: 'JobFailed',
    says: ({ conditions }) => conditionIn(conditions, 'Failed', 'True')?.message || 'its status gives no reason',
  },
];

function familyOf(condition: StatusCondition): JobFamily | undefined {
  return (
    FAMILIES.find(({ reasons }) => reasons.includes(condition.reason)) ??
    FAMILIES.find(({ wording }) => wording.test(condition.message))
  );
}

/** Jobs, by their conditions. */
export const JOB_DIAGNOSES: readonly Diagnosis[] = [
  ...FAMILIES.map((family) =>
    defineDiagnosis({
      id: family.id,
      kinds: KINDS,
      outcome: 'failed',
      severity: 'error',
      title: family.title,
      why: family.why,
      fix: family.fix,
      see: SEE,
      evidence: example(`{ failed: 3, conditions: [{ type: Failed, status: 'True', reason: ${family.reason} }] }`),
      match(subject) {
        const condition = jobFailure(subject);
        if (condition === undefined || familyOf(condition) !== family) return undefined;
        const field = family.field(condition.reason);
        return {
          cause: `Job ${quoted(subject.ref.name)} has failed: ${family.says(subject)}`,
          ...base(subject, condition),
          ...(field === undefined ? {} : { field }),
          preventedBy: family.preventedBy,
          sameAs: family.id,
        };
      },
    }),
  ),
  defineDiagnosis({
    id: 'JobComplete',
    kinds: KINDS,
    outcome: 'ok',
    severity: 'info',
    title: 'The Job is complete',
    why: 'As many pods as it asks for have succeeded.',
    fix: 'Nothing.',
    see: SEE,
    evidence: example("{ succeeded: 1, conditions: [{ type: Complete, status: 'True' }] }"),
    match: (subject) =>
      isComplete(subject)
        ? { cause: `Job ${quoted(subject.ref.name)} is complete`, ...base(subject), sameAs: 'complete' }
        : undefined,
  }),
  defineDiagnosis({
    id: 'JobSuspended',
    kinds: KINDS,
    outcome: 'waiting',
    severity: 'info',
    title: 'The Job is suspended',
    why: 'A suspended Job has no pods; its deadline starts anew when it is resumed. Queues such as Kueue suspend Jobs until there is room.',
    fix: 'Set suspend to false, or look at the queue that holds it.',
    see: ['https://kubernetes.io/docs/concepts/workloads/controllers/job/#suspending-a-job'],
    evidence: example("{ conditions: [{ type: Suspended, status: 'True' }] }", 'suspend: true'),
    match(subject) {
      const condition = conditionIn(subject.conditions, 'Suspended', 'True');
      if (condition === undefined && subject.spec.suspend !== true) return undefined;
      return {
        cause: `Job ${quoted(subject.ref.name)} is suspended`,
        ...base(subject, condition),
        field: 'spec.suspend',
        sameAs: 'suspended',
      };
    },
  }),
  defineDiagnosis({
    id: 'JobRunning',
    kinds: KINDS,
    outcome: 'waiting',
    severity: 'info',
    title: 'The Job is at work',
    why: 'It has neither completed nor failed yet.',
    fix: 'Wait; failed pods are tried again after 10 s, then twice as long each time.',
    see: SEE,
    evidence: example('{ active: 1 }'),
    match(subject, evidence) {
      const { status, ref } = subject;
      const event = number(status.active) === 0 ? evidence.event(subject, { reason: 'FailedCreate' }) : undefined;
      const failed = number(status.failed);
      const tries = failed === 0 ? '' : `, after ${count(failed, 'failed pod')}`;
      const refused = event === undefined ? '' : '; the API server refuses its pods';
      return {
        cause: `Job ${quoted(ref.name)} is at work: ${count(number(status.active), 'pod')} active, ${number(status.succeeded)} succeeded${tries}${refused}`,
        ...base(subject),
        ...(event === undefined ? {} : { proof: [showEvent(event)] }),
        ...(failed > 0 || event !== undefined ? { severity: 'warning' as const } : {}),
        sameAs: 'running',
      };
    },
  }),
];
