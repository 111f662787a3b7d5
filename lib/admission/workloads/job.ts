import { API_DEFAULTS } from '../../kubernetes/versions/api-defaults';
import { defineKind } from '../kind';
import { selects, validateLabelSelector } from '../labels';
import { isLive } from '../live';
import { generatedName, validateMetadata } from '../metadata';
import { dnsLabel, dnsSubdomain } from '../names';
import { defaultPodTemplate } from '../pod/defaults';
import type { Report } from '../report';
import type { Job, JobSpec, PodTemplateSpec } from '../structure/generated/types';
import { DROPPED_FROM_JOB } from './job-fields';
import { validateJobSpec } from './job-spec';
import { validateJobUpdate } from './job-update';
import { rejectLabels } from './template';

const MOST_INT32 = 2 ** 31 - 1;

/** Stands for the UID that the API server gives. */
const SOME_UID = '3f6c0f0e-0c5e-4f0a-9d0c-000000000000';

/** Source: batch/v1/defaults.go SetDefaults_Job, registry/batch/job strategy, batch/validation ValidateJobCreate. */
export const job = defineKind<Job>({
  podSpec: 'spec.template.spec',
  setsGenerationFrom: 28,
  dropped: DROPPED_FROM_JOB.map(([feature, field]) => [feature, `spec.${field}`]),
  default: (object, report, old) => {
    const spec = defaultSpec(withOldDefaults(object.spec ?? {}, old?.spec), report);
    // A live object is put as it is: what the server generated, it has or has lost.
    const isGenerated = (old ?? object).spec?.manualSelector !== true && (old === undefined || !isLive(object));
    const uid = old?.metadata?.uid || SOME_UID;
    const complete = isGenerated ? withSelector(spec, nameOf(old ?? object), uid) : spec;
    return { ...object, metadata: withTemplateLabels(object, complete), spec: complete };
  },
  validate: (object, report, old) => {
    const { metadata = {}, spec = {} } = object;
    validateMetadata(metadata, true, dnsSubdomain, report);
    if (old === undefined && spec.manualSelector !== true) validateGenerated(spec, nameOf(object), report);
    validateJobSpec(spec, 'spec', report);
    validateSelector(spec, report);
    if (spec.completionMode === 'Indexed' && (spec.completions ?? 0) > 0) {
      const hostname = `${nameOf(object)}-${(spec.completions ?? 0) - 1}`;
      if (dnsLabel(hostname) !== undefined)
        report.invalid(
          'metadata.name',
          nameOf(object),
          `its pods' host names such as "${hostname}" must be at most 63 lower-case letters, digits and "-"`,
        );
    }
  },
  validateUpdate: validateJobUpdate,
});

/** What was filled in at the creation stays where the new manifest does not say it: a patch leaves it alone. */
function withOldDefaults(spec: JobSpec, old: JobSpec | undefined): JobSpec {
  if (old === undefined) return spec;
  const completions = old.parallelism === undefined ? 1 : undefined;
  return {
    ...spec,
    ...(spec.completions === undefined && old.completions === undefined && { completions }),
    ...(spec.podReplacementPolicy === undefined &&
      old.podReplacementPolicy === undefined && { podReplacementPolicy: defaultReplacement(old) }),
  };
}

function defaultReplacement({ podFailurePolicy }: JobSpec): string {
  return podFailurePolicy === undefined ? 'TerminatingOrFailed' : 'Failed';
}

function nameOf({ metadata = {} }: Job): string {
  return metadata.name || (metadata.generateName ? generatedName(metadata.generateName) : '');
}

/** A Job without labels has those of its template; the API server shares the map, so that its own labels get in too. */
function withTemplateLabels({ metadata = {}, spec = {} }: Job, complete: JobSpec): Job['metadata'] {
  const hasLabels = Object.keys(metadata.labels ?? {}).length > 0;
  if (hasLabels || spec.template?.metadata?.labels === undefined) return metadata;
  return { ...metadata, labels: complete.template?.metadata?.labels };
}

function defaultSpec(spec: JobSpec, report: Report): JobSpec {
  const isPlain = spec.completions === undefined && spec.parallelism === undefined;
  return {
    ...spec,
    ...(isPlain && { completions: API_DEFAULTS.job.completions }),
    parallelism: spec.parallelism ?? API_DEFAULTS.job.parallelism,
    backoffLimit:
      spec.backoffLimit ?? (spec.backoffLimitPerIndex === undefined ? API_DEFAULTS.job.backoffLimit : MOST_INT32),
    completionMode: spec.completionMode ?? 'NonIndexed',
    podFailurePolicy: report.has('JobBackoffLimitPerIndex')
      ? withConditionStatus(spec)
      : withoutFailIndex(withConditionStatus(spec)),
    podReplacementPolicy: spec.podReplacementPolicy ?? defaultReplacement(spec),
    template: defaultPodTemplate(spec.template ?? {}, report),
  };
}

export function withConditionStatus({ podFailurePolicy }: JobSpec): JobSpec['podFailurePolicy'] {
  return (
    podFailurePolicy && {
      rules: podFailurePolicy.rules?.map((rule) => ({
        ...rule,
        onPodConditions: rule.onPodConditions?.map((pattern) => ({ ...pattern, status: pattern.status || 'True' })),
      })),
    }
  );
}

/** While indexes cannot fail by themselves, rules that say so are dropped. Source: pkg/registry/batch/job dropDisabledFields. */
function withoutFailIndex(policy: JobSpec['podFailurePolicy']): JobSpec['podFailurePolicy'] {
  return policy && { rules: policy.rules?.filter(({ action }) => action !== 'FailIndex') };
}

const NAME_LABELS = ['job-name', 'batch.kubernetes.io/job-name'];
const UID_LABELS = ['controller-uid', 'batch.kubernetes.io/controller-uid'];
const SELECTED = 'batch.kubernetes.io/controller-uid';

/** The selector and labels that the API server generates. Source: registry/batch/job/strategy.go generateSelector. */
function withSelector(spec: JobSpec, name: string, uid: string): JobSpec {
  const generated = Object.fromEntries([
    ...NAME_LABELS.map((key) => [key, name]),
    ...UID_LABELS.map((key) => [key, uid]),
  ]);
  const template: PodTemplateSpec = spec.template ?? {};
  return {
    ...spec,
    selector: { ...spec.selector, matchLabels: { [SELECTED]: uid, ...spec.selector?.matchLabels } },
    template: {
      ...template,
      metadata: { ...template.metadata, labels: { ...generated, ...template.metadata?.labels } },
    },
  };
}

/** Source: batch/validation validateGeneratedSelector. */
function validateGenerated({ template, selector = {} }: JobSpec, name: string, report: Report): void {
  const labels = template?.metadata?.labels ?? {};
  const expected: Record<string, string> = {};
  for (const key of NAME_LABELS) expected[key] = name;
  for (const key of UID_LABELS) expected[key] = SOME_UID;
  for (const [key, value] of Object.entries(expected)) {
    if (labels[key] !== value)
      report.invalid(`spec.template.metadata.labels[${key}]`, labels[key], 'is for the API server to set');
  }
  if (selects(selector, expected) === false)
    report.invalid('spec.selector', selector, 'must not be set unless manualSelector is true');
}

function validateSelector({ selector, template = {} }: JobSpec, report: Report): void {
  const labels = template.metadata?.labels ?? {};
  if (selector === undefined) report.required('spec.selector', 'manualSelector true needs one');
  validateLabelSelector(selector, 'spec.selector', report);
  if (selector === undefined || selects(selector, labels) === false) rejectLabels(labels, 'spec.template', report);
}
