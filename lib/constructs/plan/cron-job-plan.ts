import { checkCount } from '../../lifecycle/arithmetic/numbers';
import { secondsOf } from '../../lifecycle/arithmetic/seconds';
import { DEFAULTS, LIMITS } from '../../lifecycle/documented-defaults';
import type { ScheduledJobProps } from '../props/scheduled-job-props';
import type { Facts } from './facts';
import { type JobPlan, planJob } from './job-plan';

/** A CronJob, with every number known: the Job of each run, and when it runs; times in seconds. */
export interface CronJobPlan extends JobPlan {
  readonly schedule: string;
  readonly timeZone: string;
  readonly concurrencyPolicy: string;
  readonly startingDeadlineSeconds: number;
  readonly successfulJobsRetained: number;
  readonly failedJobsRetained: number;
  readonly suspend: boolean;
}

/**
 * Fills in what is left out.
 *
 * @throws if the starting deadline is so short that runs are missed
 */
export function planCronJob(props: ScheduledJobProps, facts: Facts): CronJobPlan {
  const { schedule, startingDeadline, successfulJobsRetained, failedJobsRetained } = props;
  const startingDeadlineSeconds = startingDeadline
    ? secondsOf(startingDeadline, 'startingDeadline')
    : DEFAULTS.startingDeadline.value;
  const shortest = LIMITS.startingDeadline.value;
  if (startingDeadlineSeconds < shortest) {
    throw new Error(
      `'startingDeadline' (${startingDeadlineSeconds}s) is shorter than the ${shortest}s in which the controller looks again: give it at least ${shortest}s`,
    );
  }
  const { successful, failed } = DEFAULTS.jobHistory.value;
  return {
    ...planJob(props, facts),
    schedule: schedule.expression,
    timeZone: schedule.timeZone,
    concurrencyPolicy: props.concurrencyPolicy ?? DEFAULTS.concurrencyPolicy.value,
    startingDeadlineSeconds,
    successfulJobsRetained: checkCount(successfulJobsRetained ?? successful, 'successfulJobsRetained'),
    failedJobsRetained: checkCount(failedJobsRetained ?? failed, 'failedJobsRetained'),
    suspend: props.suspend ?? false,
  };
}
