import type { CronJobPlan } from '../plan/cron-job-plan';
import type { Fields } from './fields';
import { jobJson } from './job';

/** The spec of a CronJob. */
export function cronJobJson(plan: CronJobPlan): Fields {
  return {
    schedule: plan.schedule,
    timeZone: plan.timeZone,
    concurrencyPolicy: plan.concurrencyPolicy,
    startingDeadlineSeconds: plan.startingDeadlineSeconds,
    successfulJobsHistoryLimit: plan.successfulJobsRetained,
    failedJobsHistoryLimit: plan.failedJobsRetained,
    suspend: plan.suspend,
    jobTemplate: { spec: jobJson(plan) },
  };
}
