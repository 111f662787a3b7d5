import { ApiObject, type JsonPatch } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct, type IConstruct } from 'constructs';
import { DEFAULTS } from '../lifecycle/documented-defaults';
import { checkName, shortHash } from './names';
import { type JobOptions, jobConflicts, jobRestart, jobSpecJson } from './plan/job-plan';
import { drainConflicts, jobStop } from './plan/stop-plan';
import { Delivery, Platform } from './platform';
import { podOf } from './pod';
import { Profile } from './profile';
import { checkProps, place } from './props/check-props';
import { BATCH_JOB_PROPS } from './props/workload-props';
import { editFinalJson } from './synth/final-json';
import { guard } from './synth/guard';
import { isRecord, mergeInto } from './synth/merge';
import { patchObject } from './synth/patch';

/** Properties of a BatchJob. */
export interface BatchJobProps extends JobOptions {
  /**
   * Whether the Job bears the construct's id alone. A Job's pods cannot be changed, so a changed job with a fixed name
   * must be deleted before it can be applied.
   * @default false - the name ends in a short hash of the spec
   */
  readonly fixedName?: boolean;
}

const COMPONENT = 'job';

/**
 * Work that runs to completion: a Job. Its name ends in a short hash of its spec: a changed job is a new Job, an
 * unchanged one a no-op.
 */
export class BatchJob extends Construct {
  /** The Job. Its final name is known at synth only. */
  public readonly job: kplus.Job;

  public constructor(scope: Construct, id: string, props: BatchJobProps) {
    super(...place(BATCH_JOB_PROPS, scope, id));
    const { kubernetesVersion, registries = [], delivery } = Platform._read(this);
    const profile = Profile._read(this);
    const { resources } = checkProps(this, BATCH_JOB_PROPS, props, profile);
    // Pods bear the job's name as a label: 63 characters hold name, '-', 8 digits of hash, '-' and an index.
    const highestIndex = String(Math.max(0, (props.completions ?? DEFAULTS.jobSize.value.completions) - 1));
    const name = checkName(id, 63 - (props.fixedName ? 0 : 9) - (props.indexed ? highestIndex.length + 1 : 0));
    const spec = jobSpecJson(props, kubernetesVersion);
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
    this.job = new kplus.Job(this, 'Job', pod.props);
    this.node.defaultChild = this.job;
    pod.finish(this.job, ['spec', 'template']);
    const object = ApiObject.of(this.job);
    editFinalJson(object, (json) => mergeInto(json, { spec }));
    if (!props.fixedName) {
      editFinalJson(
        object,
        (json) =>
          isRecord(json.metadata) &&
          Object.assign(json.metadata, { name: `${name}-${shortHash(canonical(json.spec))}` }),
        'close',
      );
    }
    guard(this, {
      workload: object,
      served: false,
      conflicts: () => [
        ...drainConflicts(props),
        ...jobConflicts(props, kubernetesVersion),
        ...keepConflicts(props, delivery),
        ...pod.conflicts(),
      ],
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

// A GitOps controller sees that a removed Job is missing, and makes it again: it runs again.
function keepConflicts({ ttlAfterFinished }: BatchJobProps, delivery: Delivery | undefined): readonly string[] {
  if (ttlAfterFinished === undefined || delivery !== Delivery.GITOPS) return [];
  return [
    "'ttlAfterFinished' removes the finished Job, and the platform's GitOps controller makes it again, so it runs again: leave it out",
  ];
}

/** The same text for the same content, whatever order its keys were set in. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (!isRecord(value)) return value;
  const keys = Object.keys(value).filter((key) => value[key] !== undefined);
  return Object.fromEntries(keys.sort().map((key) => [key, canonical(value[key])]));
}
