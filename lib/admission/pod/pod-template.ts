import { validateAnnotations, validateLabels } from '../labels';
import type { Report } from '../report';
import type { PodTemplateSpec } from '../structure/generated/types';
import { validatePodAnnotations, validateProfilesMatch } from './pod-annotations';
import { validatePodSpec } from './pod-spec';

/** Source: core/validation ValidatePodTemplateSpec; its paths of labels and annotations leave out `metadata`. */
export function validatePodTemplate({ metadata = {}, spec = {} }: PodTemplateSpec, path: string, report: Report): void {
  validateLabels(metadata.labels, `${path}.labels`, report);
  validateAnnotations(metadata.annotations, `${path}.annotations`, report);
  validatePodAnnotations(metadata.annotations ?? {}, spec, `${path}.annotations`, report);
  const context = validatePodSpec(spec, undefined, `${path}.spec`, report);
  validateProfilesMatch(metadata, context);
  if ((spec.ephemeralContainers ?? []).length > 0)
    report.forbidden(`${path}.spec.ephemeralContainers`, 'must not be set in a pod template');
}
