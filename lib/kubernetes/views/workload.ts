import { API_DEFAULTS } from '../versions/api-defaults';
import { integerOf, isObject, type JsonObject, objectOf } from './json';
import { groupOf, type Manifest, type ObjectRef, refOf } from './manifest';
import { type PodTemplate, podTemplateOf } from './pod-template';

export type WorkloadKind =
  | 'Pod'
  | 'Deployment'
  | 'ReplicaSet'
  | 'ReplicationController'
  | 'StatefulSet'
  | 'DaemonSet'
  | 'Job'
  | 'CronJob'
  | 'Rollout'
  | 'DeploymentConfig';

/** An object that makes pods, or is one. */
export interface Workload {
  readonly ref: ObjectRef;
  readonly kind: WorkloadKind;
  readonly manifest: Manifest;
  readonly spec: JsonObject;
  readonly template: PodTemplate;
  /** The spec of the Job, for a Job or a CronJob's template; its field path beside it. */
  readonly job: { readonly spec: JsonObject; readonly path: string } | undefined;
  /** `spec.replicas` after defaulting to 1; undefined for kinds that have none. */
  readonly replicas: number | undefined;
  /** `spec.minReadySeconds` after defaulting to 0. */
  readonly minReadySeconds: number;
  /** After defaulting, for what is rolled out as a Deployment is; undefined for other kinds. */
  readonly progressDeadlineSeconds: number | undefined;
  /** `spec.selector` as a label selector; undefined for kinds that have none, or that leave it out. */
  readonly selector: JsonObject | undefined;
}

const GROUPS: Readonly<Record<WorkloadKind, readonly string[]>> = {
  Pod: [''],
  ReplicationController: [''],
  // `extensions` is long removed, yet still written: the object is read, and lib/admission names its successor.
  Deployment: ['apps', 'extensions'],
  ReplicaSet: ['apps', 'extensions'],
  DaemonSet: ['apps', 'extensions'],
  StatefulSet: ['apps'],
  Job: ['batch'],
  CronJob: ['batch'],
  Rollout: ['argoproj.io'],
  DeploymentConfig: ['apps.openshift.io', ''],
};

const WITHOUT_REPLICAS: ReadonlySet<WorkloadKind> = new Set(['Pod', 'DaemonSet', 'Job', 'CronJob']);

/** Reads a workload; undefined where the object is none. An Argo Rollout that only refers to a Deployment is none. */
export function workloadOf(manifest: Manifest): Workload | undefined {
  const ref = refOf(manifest);
  const kind = ref.kind as WorkloadKind;
  if (!Object.hasOwn(GROUPS, kind) || !GROUPS[kind].includes(groupOf(ref.apiVersion))) return undefined;
  const spec = objectOf(manifest.spec);
  if (kind === 'Rollout' && !isObject(spec.template)) return undefined;
  const jobSpec = kind === 'CronJob' ? objectOf(objectOf(spec.jobTemplate).spec) : spec;
  const job = kind === 'CronJob' ? { spec: jobSpec, path: 'spec.jobTemplate.spec' } : { spec: jobSpec, path: 'spec' };
  return {
    ref,
    kind,
    manifest,
    spec,
    template: templateOf(kind, manifest, jobSpec, job.path),
    job: kind === 'Job' || kind === 'CronJob' ? job : undefined,
    replicas: WITHOUT_REPLICAS.has(kind) ? undefined : (integerOf(spec.replicas) ?? API_DEFAULTS.deployment.replicas),
    minReadySeconds: Math.max(0, integerOf(spec.minReadySeconds) ?? 0),
    progressDeadlineSeconds: progressDeadlineOf(kind, spec),
    selector: selectorOf(kind, spec),
  };
}

function templateOf(kind: WorkloadKind, manifest: Manifest, holder: JsonObject, path: string): PodTemplate {
  return kind === 'Pod' ? podTemplateOf(manifest, '') : podTemplateOf(objectOf(holder.template), `${path}.template`);
}

/** Rollouts and DeploymentConfigs have the default of Deployments; a DeploymentConfig writes it elsewhere. */
function progressDeadlineOf(kind: WorkloadKind, spec: JsonObject): number | undefined {
  if (kind !== 'Deployment' && kind !== 'Rollout' && kind !== 'DeploymentConfig') return undefined;
  const written =
    kind === 'DeploymentConfig'
      ? objectOf(objectOf(spec.strategy).rollingParams).timeoutSeconds
      : spec.progressDeadlineSeconds;
  return integerOf(written) ?? API_DEFAULTS.deployment.progressDeadlineSeconds;
}

function selectorOf(kind: WorkloadKind, spec: JsonObject): JsonObject | undefined {
  if (!isObject(spec.selector)) return undefined;
  const isPlainMap = kind === 'ReplicationController' || kind === 'DeploymentConfig';
  return isPlainMap ? { matchLabels: spec.selector } : spec.selector;
}
