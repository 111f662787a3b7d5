import type { Duration } from 'cdk8s';
import { duration } from '../../lifecycle/arguments/duration';
import { required } from '../../lifecycle/arguments/kind';
import { flag, oneOf, wholeNumber } from '../../lifecycle/arguments/scalars';
import { struct } from '../../lifecycle/arguments/struct';
import { SCHEDULE, type Schedule } from '../../lifecycle/values/schedule';
import { ConcurrencyPolicy } from '../concurrency-policy';
import { JOB_OPTIONS, type JobOptions } from './job-options';

/** Properties of a ScheduledJob. */
export interface ScheduledJobProps extends JobOptions {
  /** When it runs. */
  readonly schedule: Schedule;
  /**
   * What happens when a run is due while the last one is still going.
   * @default ConcurrencyPolicy.FORBID
   */
  readonly concurrencyPolicy?: ConcurrencyPolicy;
  /**
   * How late a run may still be started; below 10 s it may never be.
   * @default Duration.seconds(300)
   */
  readonly startingDeadline?: Duration;
  /**
   * Successful runs that are kept.
   * @default 3
   */
  readonly successfulJobsRetained?: number;
  /**
   * Failed runs that are kept.
   * @default 1
   */
  readonly failedJobsRetained?: number;
  /**
   * Whether no run is started.
   * @default false
   */
  readonly suspend?: boolean;
}

export const SCHEDULED_JOB_PROPS = struct<ScheduledJobProps>('ScheduledJobProps', {
  ...JOB_OPTIONS.properties,
  schedule: required(SCHEDULE),
  concurrencyPolicy: oneOf('ConcurrencyPolicy', ConcurrencyPolicy),
  startingDeadline: duration(),
  successfulJobsRetained: wholeNumber(),
  failedJobsRetained: wholeNumber(),
  suspend: flag(),
});
