import type { FeatureName } from '../../kubernetes/versions/features';

/** Fields of a job spec that a version drops while the feature gate is off. Source: pkg/registry/batch/job/strategy.go. */
export const DROPPED_FROM_JOB: ReadonlyArray<readonly [FeatureName, field: string]> = [
  ['JobBackoffLimitPerIndex', 'backoffLimitPerIndex'],
  ['JobBackoffLimitPerIndex', 'maxFailedIndexes'],
  ['JobPodReplacementPolicy', 'podReplacementPolicy'],
  ['JobSuccessPolicy', 'successPolicy'],
  ['JobManagedBy', 'managedBy'],
  ['WorkloadWithJob', 'scheduling'],
];
