import type { Duration } from 'cdk8s';
import { duration } from '../../lifecycle/arguments/duration';
import { required } from '../../lifecycle/arguments/kind';
import { flag, oneOf, wholeNumber } from '../../lifecycle/arguments/scalars';
import { struct } from '../../lifecycle/arguments/struct';
import { JobRestartPolicy } from '../../lifecycle/values/job-restart-policy';
import { RETRY, type Retry } from '../../lifecycle/values/retry';
import { PodReplacementPolicy } from '../pod-replacement-policy';
import { WORKLOAD_OPTIONS, type WorkloadOptions } from './workload-options';

/** Options that jobs and scheduled jobs share. */
export interface JobOptions extends WorkloadOptions {
  /** The longest time that the job may take, retries included; without one it can hang for ever. */
  readonly activeDeadline: Duration;
  /**
   * Whether a container that failed is restarted in its pod.
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
   * When a pod that is on its way out is replaced. A choice needs Kubernetes 1.29.
   * @default PodReplacementPolicy.FAILED - TERMINATING_OR_FAILED where the target version has no such field
   */
  readonly podReplacementPolicy?: PodReplacementPolicy;
  /**
   * How long a finished job is kept. A GitOps controller makes a job that was removed again, and so runs it again.
   * @default - for ever
   */
  readonly ttlAfterFinished?: Duration;
}

export const JOB_OPTIONS = struct<JobOptions>('JobOptions', {
  ...WORKLOAD_OPTIONS.properties,
  activeDeadline: required(duration(), 'the longest time that the job may take, such as Duration.hours(1)'),
  restartPolicy: oneOf('JobRestartPolicy', JobRestartPolicy),
  retry: RETRY,
  completions: wholeNumber(1),
  parallelism: wholeNumber(1),
  indexed: flag(),
  podReplacementPolicy: oneOf('PodReplacementPolicy', PodReplacementPolicy),
  ttlAfterFinished: duration('Duration.hours(1)'),
});
