import type { JsonPatch } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct, type IConstruct } from 'constructs';
import { place } from './check-props';
import { cronJobJson } from './json/cron-job';
import { planCronJob } from './plan/cron-job-plan';
import { SCHEDULED_JOB_PROPS, type ScheduledJobProps } from './props/scheduled-job-props';
import { follow } from './recipe';
import { patchObject } from './synth/patch';

/** Work that runs to completion, on a schedule: a CronJob. */
export class ScheduledJob extends Construct {
  /** The CronJob. */
  public readonly cronJob: kplus.CronJob;

  public constructor(scope: Construct, id: string, props: ScheduledJobProps) {
    super(...place(SCHEDULED_JOB_PROPS, scope, id));
    const { workload } = follow(this, id, props, {
      described: SCHEDULED_JOB_PROPS,
      component: 'job',
      // The controller adds '-' and 10 digits to the names of the jobs.
      longestName: () => 52,
      plan: planCronJob,
      json: cronJobJson,
      workload: (wiring) =>
        new kplus.CronJob(this, 'CronJob', { ...wiring, schedule: { expressionString: props.schedule.expression } }),
    });
    this.cronJob = workload;
  }

  /**
   * Patches the final JSON of one of this construct's objects; it comes after everything else.
   * @throws if the object is not this construct's; at synth if a path does not exist
   */
  public patch(target: IConstruct, ...patches: JsonPatch[]): void {
    patchObject(this, target, patches);
  }
}
