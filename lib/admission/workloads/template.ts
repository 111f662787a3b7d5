import { isEmptySelector, selects, validateLabelSelector } from '../labels';
import { validatePodTemplate } from '../pod/pod-template';
import type { Report } from '../report';
import type { LabelSelector, PodTemplateSpec } from '../structure/generated/types';

/** The template of a workload that keeps its pods running: they restart, and have no deadline. */
export function validateRunningTemplate(template: PodTemplateSpec, path: string, report: Report): void {
  validatePodTemplate(template, path, report);
  validateKeepsRunning(template, path, report);
}

/** Source: the ends of apps/validation ValidateStatefulSetSpec, ValidateDaemonSetSpec, ValidatePodTemplateSpecForReplicaSet. */
export function validateKeepsRunning({ spec }: PodTemplateSpec, path: string, report: Report): void {
  report.oneOf(`${path}.spec.restartPolicy`, spec?.restartPolicy, ['Always']);
  if (spec?.activeDeadlineSeconds !== undefined)
    report.forbidden(`${path}.spec.activeDeadlineSeconds`, 'must not be set here: these pods run for ever');
}

/**
 * Checks a selector and that it matches the labels of the template; tells whether it can be read. Source: apps/validation
 * ValidateDeploymentSpec and its kin.
 */
export function validateSelector(
  selector: LabelSelector | undefined,
  template: PodTemplateSpec,
  path: string,
  report: Report,
): boolean {
  const at = `${path}.selector`;
  if (selector === undefined) report.required(at, 'it tells which pods are its own');
  else {
    validateLabelSelector(selector, at, report);
    if (isEmptySelector(selector)) report.invalid(at, selector, 'must not be empty');
  }
  const labels = template.metadata?.labels ?? {};
  // Without a selector no labels match.
  const matches = selector === undefined ? false : selects(selector, labels);
  if (matches === undefined) {
    report.invalid(at, selector, 'cannot be read as a selector');
    return false;
  }
  if (!matches) rejectLabels(labels, `${path}.template`, report);
  return true;
}

/**
 * Until 1.28 a Google disk that more than one pod mounts had to be read-only. Source: core/validation
 * ValidateReadOnlyPersistentDisks.
 */
export function validateSharedDisks({ spec }: PodTemplateSpec, path: string, report: Report): void {
  if (report.has('SkipReadOnlyValidationGCE')) return;
  (spec?.volumes ?? []).forEach(({ gcePersistentDisk: disk }, index) => {
    if (disk !== undefined && disk.readOnly !== true)
      report.invalid(
        `${path}.spec.volumes[${index}].gcePersistentDisk.readOnly`,
        false,
        'must be true for several pods',
      );
  });
}

export function rejectLabels(labels: Readonly<Record<string, string>>, templatePath: string, report: Report): void {
  report.invalid(`${templatePath}.metadata.labels`, labels, 'must have the labels that the selector asks for');
}

export const NEW_SELECTOR = 'keep the selector, or delete the object and create it anew';
