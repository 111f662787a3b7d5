import { isEqual, validateImmutable } from '../immutable';
import type { Report } from '../report';
import type { Affinity, Container, Job, JobSpec, PodSpec, PodTemplateSpec } from '../structure/generated/types';

const ANEW = 'give the changed Job a new name, or delete the old one first';

const IMMUTABLE = ['completionMode', 'podFailurePolicy', 'backoffLimitPerIndex', 'managedBy', 'successPolicy'] as const;

/** Source: batch/validation ValidateJobSpecUpdate. */
export function validateJobUpdate({ spec = {} }: Job, before: Job, report: Report): void {
  const { spec: old = {} } = before;
  validateCompletions(spec, old, report);
  validateImmutable(spec.selector, old.selector, 'spec.selector', ANEW, report);
  validateTemplate(spec, before, report);
  for (const field of IMMUTABLE) validateImmutable(spec[field], old[field], `spec.${field}`, ANEW, report);
}

function validateCompletions(
  { completions, completionMode, parallelism }: JobSpec,
  old: JobSpec,
  report: Report,
): void {
  const path = 'spec.completions';
  if (completionMode !== 'Indexed') validateImmutable(completions, old.completions, path, ANEW, report);
  else if (completions !== undefined && completions !== old.completions && completions !== parallelism)
    report.add(
      'Invalid',
      path,
      `is ${completions} and was ${old.completions}, and can be changed only together with parallelism (${parallelism})`,
      'set both to the same number',
    );
}

/**
 * While a Job is suspended, its pods may be scheduled otherwise, and from 1.36 on have other resources; then a refusal names
 * the pod spec. Source: batch/validation validatePodTemplateUpdate, registry/batch/job validationOptionsForJob.
 */
function validateTemplate({ template = {} }: JobSpec, before: Job, report: Report): void {
  const { spec: old = {} } = before;
  const canSchedule = isIdle(before, report.has('MutableSchedulingDirectivesForSuspendedJobs'));
  const wanted = canSchedule ? scheduledAs(old.template ?? {}, template) : (old.template ?? {});
  const canResize = report.has('MutablePodResourcesForSuspendedJobs') && isIdle(before, true);
  const isKept = canResize
    ? isEqual(template.spec, resizedAs(wanted.spec ?? {}, template.spec ?? {}))
    : isEqual(template, wanted);
  if (isKept) return;
  const path = canResize ? 'spec.template.spec' : 'spec.template';
  report.add('Invalid', path, 'is not as it was, and cannot be changed', ANEW);
}

/** Suspended, and not started; or, where it can be `resumed`, with no pod left. */
function isIdle({ spec = {}, status = {} }: Job, resumed: boolean): boolean {
  const isStopped = (status.conditions ?? []).some(({ type, status: is }) => type === 'Suspended' && is === 'True');
  const isReady = status.startTime === undefined || (resumed && isStopped);
  return spec.suspend === true && isReady && !(resumed && (status.active ?? 0) > 0);
}

/** The old template with what says of the new one where its pods may run. */
function scheduledAs(old: PodTemplateSpec, { metadata = {}, spec = {} }: PodTemplateSpec): PodTemplateSpec {
  const { labels, annotations } = metadata;
  const { nodeSelector, tolerations, schedulingGates } = spec;
  const affinity = affinityAs(old.spec?.affinity, spec.affinity);
  return {
    ...old,
    metadata: { ...old.metadata, labels, annotations },
    spec: { ...old.spec, nodeSelector, tolerations, schedulingGates, affinity },
  };
}

function affinityAs(old: Affinity | undefined, affinity: Affinity | undefined): Affinity | undefined {
  if (affinity !== undefined) return { ...old, nodeAffinity: affinity.nodeAffinity };
  const { nodeAffinity: _nodeAffinity, ...others } = old ?? {};
  return Object.values(others).every((each) => each === undefined) ? undefined : others;
}

/** The old pod spec with the resources of the new one. Source: batch/validation validatePodResourceUpdatesOnly. */
function resizedAs(old: PodSpec, { containers = [], initContainers = [] }: PodSpec): PodSpec {
  const resized = (before: readonly Container[] | undefined, after: readonly Container[]) =>
    before?.length === after.length ? before.map((each, index) => withResourcesOf(each, after[index] ?? {})) : before;
  return {
    ...old,
    containers: resized(old.containers, containers),
    initContainers: resized(old.initContainers, initContainers),
  };
}

function withResourcesOf(old: Container, { name, resources }: Container): Container {
  return old.name === name ? { ...old, resources } : old;
}
