import { ApiObject, Cron, Duration, type JsonPatch } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct, type IConstruct } from 'constructs';
import { checkCount } from '../lifecycle/arithmetic/numbers';
import { secondsOf } from '../lifecycle/arithmetic/seconds';
import { DEFAULTS, LIMITS } from '../lifecycle/documented-defaults';
import type { Schedule } from '../lifecycle/values/schedule';
import type { ConcurrencyPolicy } from './concurrency-policy';
import { checkName } from './names';
import { type JobOptions, jobConflicts, jobRestart, jobSpecJson } from './plan/job-plan';
import { drainConflicts, jobStop } from './plan/stop-plan';
import { Platform } from './platform';
import { podOf } from './pod';
import { Profile } from './profile';
import { checkProps, place } from './props/check-props';
import { SCHEDULED_JOB_PROPS } from './props/workload-props';
import { editFinalJson } from './synth/final-json';
import { guard } from './synth/guard';
import { mergeInto } from './synth/merge';
import { patchObject } from './synth/patch';

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

const COMPONENT = 'job';

/** Work that runs to completion, on a schedule: a CronJob. */
export class ScheduledJob extends Construct {
  /** The CronJob. */
  public readonly cronJob: kplus.CronJob;

  public constructor(scope: Construct, id: string, props: ScheduledJobProps) {
    super(...place(SCHEDULED_JOB_PROPS, scope, id));
    const { kubernetesVersion, registries = [] } = Platform._read(this);
    const profile = Profile._read(this);
    const { resources } = checkProps(this, SCHEDULED_JOB_PROPS, props, profile);
    // The controller adds '-' and 10 digits to the names of the jobs.
    const name = checkName(id, 52);
    const { schedule } = props;
    const startingDeadline = props.startingDeadline ?? Duration.seconds(DEFAULTS.startingDeadline.value);
    const startingDeadlineSeconds = secondsOf(startingDeadline, 'startingDeadline');
    const shortest = LIMITS.startingDeadline.value;
    if (startingDeadlineSeconds < shortest) {
      throw new Error(
        `'startingDeadline' (${startingDeadlineSeconds}s) is shorter than the ${shortest}s in which the controller looks again: give it at least ${shortest}s`,
      );
    }
    const pod = podOf(this, {
      name,
      component: COMPONENT,
      options: props,
      image: props.image,
      resources,
      ports: props.ports ?? [],
      stop: () => jobStop(props),
      restartPolicy: jobRestart(props),
      version: kubernetesVersion,
      registries,
      spread: false,
    });
    this.cronJob = new kplus.CronJob(this, 'CronJob', {
      ...pod.props,
      schedule: Cron.everyMinute(),
      startingDeadline,
    });
    this.node.defaultChild = this.cronJob;
    pod.finish(this.cronJob, ['spec', 'jobTemplate', 'spec', 'template']);
    const spec = {
      schedule: schedule.expression,
      timeZone: schedule.timeZone,
      concurrencyPolicy: props.concurrencyPolicy ?? DEFAULTS.concurrencyPolicy.value,
      startingDeadlineSeconds,
      successfulJobsHistoryLimit: checkCount(
        props.successfulJobsRetained ?? DEFAULTS.jobHistory.value.successful,
        'successfulJobsRetained',
      ),
      failedJobsHistoryLimit: checkCount(
        props.failedJobsRetained ?? DEFAULTS.jobHistory.value.failed,
        'failedJobsRetained',
      ),
      suspend: props.suspend ?? false,
      jobTemplate: { spec: jobSpecJson(props, kubernetesVersion) },
    };
    editFinalJson(ApiObject.of(this.cronJob), (json) => mergeInto(json, { spec }));
    guard(this, {
      workload: ApiObject.of(this.cronJob),
      served: false,
      conflicts: () => [...drainConflicts(props), ...jobConflicts(props, kubernetesVersion), ...pod.conflicts()],
    });
  }

  /**
   * Patches the final JSON of one of this construct's objects; it comes after everything else.
   * @throws if the object is not this construct's; at synth if a path does not exist
   */
  public patch(target: IConstruct, ...patches: JsonPatch[]): void {
    patchObject(this, target, patches);
  }
}
