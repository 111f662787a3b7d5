import { ApiObject, type JsonPatch } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct, type IConstruct } from 'constructs';
import { DEFAULTS } from '../lifecycle/documented-defaults';
import { place } from './check-props';
import { jobJson } from './json/job';
import { canonical, shortHash } from './names';
import { planBatchJob } from './plan/job-plan';
import { BATCH_JOB_PROPS, type BatchJobProps } from './props/batch-job-props';
import { follow } from './recipe';
import { editFinalJson, type JsonRecord } from './synth/final-json';
import { patchObject } from './synth/patch';

/**
 * Work that runs to completion: a Job. Its name ends in a short hash of its spec: a changed job is a new Job, an
 * unchanged one a no-op.
 */
export class BatchJob extends Construct {
  /** The Job. Its final name is known at synth only. */
  public readonly job: kplus.Job;

  public constructor(scope: Construct, id: string, props: BatchJobProps) {
    super(...place(BATCH_JOB_PROPS, scope, id));
    const { workload } = follow(this, id, props, {
      described: BATCH_JOB_PROPS,
      component: 'job',
      longestName,
      plan: planBatchJob,
      json: jobJson,
      workload: (wiring) => new kplus.Job(this, 'Job', wiring),
    });
    this.job = workload;
    if (!props.fixedName) editFinalJson(ApiObject.of(workload), (json) => addHash(id, json), 'close');
  }

  /**
   * Patches the final JSON of one of this construct's objects; it comes after everything else.
   * @throws if the object is not this construct's; at synth if a path does not exist
   */
  public patch(target: IConstruct, ...patches: JsonPatch[]): void {
    patchObject(this, target, patches);
  }
}

// Pods bear the job's name as a label: 63 characters hold name, '-', 8 digits of hash, '-' and an index.
function longestName({ fixedName, indexed, completions = DEFAULTS.jobSize.value.completions }: BatchJobProps): number {
  const highestIndex = String(Math.max(0, completions - 1));
  return 63 - (fixedName ? 0 : 9) - (indexed ? highestIndex.length + 1 : 0);
}

function addHash(name: string, { metadata, spec }: JsonRecord): void {
  Object.assign(metadata as object, { name: `${name}-${shortHash(canonical(spec))}` });
}
