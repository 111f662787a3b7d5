import type { Fields } from '../fields';
import type { CronJobPlan } from '../plan/cron-job-plan';
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
