import type { Duration } from 'cdk8s';
import { hasFeature } from '../../kubernetes/versions/features';
import type { KubernetesVersion } from '../../kubernetes/versions/kubernetes-version';
import { checkCount } from '../../lifecycle/arithmetic/numbers';
import { secondsOf } from '../../lifecycle/arithmetic/seconds';
import type { Conflict } from '../../lifecycle/conflict';
import { DEFAULTS } from '../../lifecycle/documented-defaults';
import type { Image } from '../../lifecycle/values/image';
import { JobRestartPolicy } from '../../lifecycle/values/job-restart-policy';
import type { Resources } from '../../lifecycle/values/resources';
import { Retry } from '../../lifecycle/values/retry';
import type { Shutdown } from '../../lifecycle/values/shutdown';
import type { PodOptions } from '../pod-options';
import type { JsonRecord } from '../synth/final-json';

/** What a job and a scheduled job have in common. */
export interface JobOptions extends PodOptions {
  /** Image of the main container. */
  readonly image: Image;
  /** The longest time that the job may take, retries included; without one it can hang for ever. */
  readonly activeDeadline: Duration;
  /**
   * CPU and memory of the main container. There is no default that is right: give them here or in the Profile.
   * @default - the Profile's
   */
  readonly resources?: Resources;
  /**
   * What happens to a container that failed.
   * @default - JobRestartPolicy.ON_FAILURE; JobRestartPolicy.NEVER where `retry` needs it
   */
  readonly restartPolicy?: JobRestartPolicy;
  /**
   * How often the job tries again.
   * @default Retry.of()
   */
  readonly retry?: Retry;
  /**
   * How many pods must succeed.
   * @default 1
   */
  readonly completions?: number;
  /**
   * How many pods run at once.
   * @default 1
   */
  readonly parallelism?: number;
  /**
   * Whether each pod gets an index of its own, in JOB_COMPLETION_INDEX.
   * @default false
   */
  readonly indexed?: boolean;
  /**
   * How long the app may take to stop after SIGTERM.
   * @default - the grace period of 30 s
   */
  readonly drainsWithin?: Duration;
  /**
   * How a pod stops, in detail.
   * @default - no preStop, and a grace period of 30 s
   */
  readonly shutdown?: Shutdown;
  /**
   * How long a finished job is kept. A GitOps controller makes a job that was removed again, and so runs it again.
   * @default - for ever
   */
  readonly ttlAfterFinished?: Duration;
}

/** The restart policy of a job's pods. */
export function jobRestart({ restartPolicy, retry }: JobOptions): JobRestartPolicy {
  const needsNever = retry?._needsNever || retry?._perIndex !== undefined;
  return restartPolicy ?? (needsNever ? JobRestartPolicy.NEVER : (DEFAULTS.jobRestartPolicy.value as JobRestartPolicy));
}

/** The spec of a Job besides its pods. */
export function jobSpecJson(options: JobOptions, version: KubernetesVersion): JsonRecord {
  const retry = options.retry ?? Retry.of();
  const completions = checkCount(options.completions ?? DEFAULTS.jobSize.value.completions, 'completions', 1);
  const parallelism = checkCount(options.parallelism ?? DEFAULTS.jobSize.value.parallelism, 'parallelism', 1);
  const rules = failureRules(retry);
  return {
    activeDeadlineSeconds: checkCount(secondsOf(options.activeDeadline, 'activeDeadline'), 'activeDeadline', 1),
    completions,
    parallelism,
    completionMode: options.indexed ? 'Indexed' : 'NonIndexed',
    ...(retry._limit !== undefined && { backoffLimit: retry._limit }),
    ...(retry._perIndex !== undefined && {
      backoffLimitPerIndex: retry._perIndex.limit,
      ...(retry._perIndex.maxFailed !== undefined && { maxFailedIndexes: retry._perIndex.maxFailed }),
    }),
    ...(rules.length > 0 && { podFailurePolicy: { rules } }),
    ...(hasFeature('JobPodReplacementPolicy', version) && {
      podReplacementPolicy: DEFAULTS.podReplacementPolicy.value,
    }),
    ...(options.ttlAfterFinished !== undefined && {
      ttlSecondsAfterFinished: secondsOf(options.ttlAfterFinished, 'ttlAfterFinished'),
    }),
    suspend: false,
  };
}

/** What a job was told that is impossible together; empty where nothing is. */
export function jobConflicts(options: JobOptions, version: KubernetesVersion): readonly Conflict[] {
  const { retry, indexed } = options;
  const conflicts: Conflict[] = [];
  if (retry?._needsNever && jobRestart(options) !== JobRestartPolicy.NEVER) {
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
  const maxFailed = retry?._perIndex?.maxFailed;
  if (maxFailed !== undefined && maxFailed > (options.completions ?? DEFAULTS.jobSize.value.completions)) {
    conflicts.push({
      message: `'maxFailedIndexes' (${maxFailed}) is above 'completions' (${options.completions ?? DEFAULTS.jobSize.value.completions}): lower it`,
      workload: ['maxFailedIndexes', 'completions'],
    });
  }
  return conflicts;
}

function failureRules(retry: Retry): JsonRecord[] {
  const rules: JsonRecord[] = [];
  if (retry._failOnExitCodes.length > 0) {
    rules.push({ action: 'FailJob', onExitCodes: { operator: 'In', values: [...retry._failOnExitCodes] } });
  }
  if (retry._ignoreDisruptions) {
    rules.push({ action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] });
  }
  return rules;
}
