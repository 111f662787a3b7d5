import { hasFeature } from '../../kubernetes/versions/features';
import { checkCount } from '../../lifecycle/arithmetic/numbers';
import { secondsOf } from '../../lifecycle/arithmetic/seconds';
import type { Conflict } from '../../lifecycle/conflict';
import { DEFAULTS } from '../../lifecycle/documented-defaults';
import { JobRestartPolicy } from '../../lifecycle/values/job-restart-policy';
import { Retry } from '../../lifecycle/values/retry';
import type { BatchJobProps } from '../props/batch-job-props';
import type { JobOptions } from '../props/job-options';
import type { Facts } from './facts';
import { planWorkload, type WorkloadPlan } from './workload-plan';

/** A Job, with every number known; times in seconds. */
export interface JobPlan extends WorkloadPlan {
  readonly activeDeadlineSeconds: number;
  readonly completions: number;
  readonly parallelism: number;
  readonly indexed: boolean;
  readonly retry: RetryPlan;
  readonly podReplacementPolicy: string | undefined;
  readonly ttlSecondsAfterFinished: number | undefined;
}

/** How often a job tries again; what is undefined is left to Kubernetes. */
export interface RetryPlan {
  readonly limit: number | undefined;
  readonly limitPerIndex: number | undefined;
  readonly maxFailedIndexes: number | undefined;
  readonly failOnExitCodes: readonly number[];
  readonly ignoreDisruptions: boolean;
}

/** Fills in what is left out. */
export function planJob(options: JobOptions, facts: Facts): JobPlan {
  const { ttlAfterFinished, retry = Retry.of() } = options;
  const workload = planWorkload(options, facts, { restartPolicy: restartPolicyOf(options), spreads: false });
  return {
    ...workload,
    activeDeadlineSeconds: checkCount(secondsOf(options.activeDeadline, 'activeDeadline'), 'activeDeadline', 1),
    completions: checkCount(options.completions ?? DEFAULTS.jobSize.value.completions, 'completions', 1),
    parallelism: checkCount(options.parallelism ?? DEFAULTS.jobSize.value.parallelism, 'parallelism', 1),
    indexed: options.indexed ?? false,
    retry: {
      limit: retry._limit,
      limitPerIndex: retry._perIndex?.limit,
      maxFailedIndexes: retry._perIndex?.maxFailed,
      failOnExitCodes: retry._failOnExitCodes,
      ignoreDisruptions: retry._ignoreDisruptions,
    },
    podReplacementPolicy:
      options.podReplacementPolicy ??
      (hasFeature('JobPodReplacementPolicy', facts.version) ? DEFAULTS.podReplacementPolicy.value : undefined),
    ttlSecondsAfterFinished: ttlAfterFinished && secondsOf(ttlAfterFinished, 'ttlAfterFinished'),
    conflicts: [...workload.conflicts, ...jobConflicts(options, facts)],
  };
}

/** A Job of its own; a schedule makes another for each run, so that none comes back. */
export function planBatchJob(props: BatchJobProps, facts: Facts): JobPlan {
  const plan = planJob(props, facts);
  return { ...plan, conflicts: [...plan.conflicts, ...returnConflicts(props, facts)] };
}

function restartPolicyOf({ restartPolicy, retry }: JobOptions): string {
  const needsNever = retry?._needsNever || retry?._perIndex !== undefined;
  return restartPolicy ?? (needsNever ? JobRestartPolicy.NEVER : DEFAULTS.jobRestartPolicy.value);
}

// A GitOps controller sees that a removed Job is missing, and makes it again: it runs again.
function returnConflicts({ ttlAfterFinished }: JobOptions, { isGitOps }: Facts): readonly string[] {
  if (ttlAfterFinished === undefined || !isGitOps) return [];
  return [
    "'ttlAfterFinished' removes the finished Job, and the platform's GitOps controller makes it again, so it runs again: leave it out",
  ];
}

/** What a job was told that is impossible together; empty where nothing is. */
function jobConflicts(options: JobOptions, { version }: Facts): readonly Conflict[] {
  const { retry, indexed } = options;
  const conflicts: Conflict[] = [];
  if (retry?._needsNever && restartPolicyOf(options) !== JobRestartPolicy.NEVER) {
    conflicts.push({
      message:
        "'retry' looks at how pods failed, which 'restartPolicy' (OnFailure) hides: set 'restartPolicy' to JobRestartPolicy.NEVER",
      workload: ['podFailurePolicy'],
      pod: ['restartPolicy'],
    });
  }
  if (retry?._perIndex !== undefined && !indexed) {
    conflicts.push({
      message: "'retry' counts by index, and the job has none: set 'indexed' to true",
      workload: ['backoffLimitPerIndex', 'maxFailedIndexes', 'completionMode'],
    });
  }
  if (retry?._perIndex !== undefined && !hasFeature('JobBackoffLimitPerIndex', version)) {
    conflicts.push({
      message: `'retry' counts by index, which Kubernetes ${version} does not do: target 1.29 or newer`,
      workload: ['backoffLimitPerIndex'],
    });
  }
  if (options.podReplacementPolicy !== undefined && !hasFeature('JobPodReplacementPolicy', version)) {
    conflicts.push({
      message: `'podReplacementPolicy' needs Kubernetes 1.29, and the target is ${version}: raise it on the Platform, or leave 'podReplacementPolicy' out`,
      workload: ['podReplacementPolicy'],
    });
  }
  const maxFailed = retry?._perIndex?.maxFailed;
  if (maxFailed !== undefined && maxFailed > (options.completions ?? DEFAULTS.jobSize.value.completions)) {
    conflicts.push({
      message: `'maxFailedIndexes' (${maxFailed}) is above 'completions' (${options.completions ?? DEFAULTS.jobSize.value.completions}): lower it`,
      workload: ['maxFailedIndexes', 'completions'],
    });
  }
  return conflicts;
}
