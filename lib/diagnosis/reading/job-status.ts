import { integerOf } from '../../kubernetes/views/json';
import { conditionIn, type StatusCondition, showCondition } from '../evidence/condition';
import type { ObservedObject } from '../evidence/observed-object';
import { describe, get } from '../telling/command';
import type { Match } from '../telling/match';

export const JOB_PAGES = [
  'https://kubernetes.io/docs/concepts/workloads/controllers/job/#handling-pod-and-container-failures',
];

/** A number of a Job's status; an absent one is 0. */
export const podsOf = (value: unknown) => integerOf(value) ?? 0;

/** The condition that says that a Job has failed, or is about to. */
export function jobFailure({ conditions }: ObservedObject): StatusCondition | undefined {
  return conditionIn(conditions, 'Failed', 'True') ?? conditionIn(conditions, 'FailureTarget', 'True');
}

/** What every diagnosis of a Job shows: its condition and numbers, and how to look at its pods. */
export function jobProof(
  { status, ref }: ObservedObject,
  condition?: StatusCondition,
): Pick<Match, 'proof' | 'command' | 'more'> {
  return {
    proof: [
      ...(condition === undefined ? [] : [showCondition(condition)]),
      `pods: ${podsOf(status.active)} active, ${podsOf(status.succeeded)} succeeded, ${podsOf(status.failed)} failed`,
    ],
    command: get(ref.namespace, 'pods', null, '-l', `batch.kubernetes.io/job-name=${ref.name ?? ''}`),
    more: [describe(ref)],
  };
}
