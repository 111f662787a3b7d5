import { type Fields, unlessEmpty } from '../fields';
import type { JobPlan, RetryPlan } from '../plan/job-plan';
import { podTemplateJson } from './pod';

/** The spec of a Job; its name and its pods' selector are the cluster's. */
export function jobJson(plan: JobPlan): Fields {
  const rules = unlessEmpty(failureRules(plan.retry));
  return {
    activeDeadlineSeconds: plan.activeDeadlineSeconds,
    completions: plan.completions,
    parallelism: plan.parallelism,
    completionMode: plan.indexed ? 'Indexed' : 'NonIndexed',
    backoffLimit: plan.retry.limit,
    backoffLimitPerIndex: plan.retry.limitPerIndex,
    maxFailedIndexes: plan.retry.maxFailedIndexes,
    podFailurePolicy: rules && { rules },
    podReplacementPolicy: plan.podReplacementPolicy,
    ttlSecondsAfterFinished: plan.ttlSecondsAfterFinished,
    suspend: false,
    template: podTemplateJson(plan.pod),
  };
}

function failureRules({ failOnExitCodes, ignoreDisruptions }: RetryPlan): readonly Fields[] {
  return [
    ...(failOnExitCodes.length > 0
      ? [{ action: 'FailJob', onExitCodes: { operator: 'In', values: failOnExitCodes } }]
      : []),
    ...(ignoreDisruptions
      ? [{ action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] }]
      : []),
  ];
}
