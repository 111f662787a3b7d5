import { validateMetadata } from '../metadata';
import { dnsSubdomain } from '../names';
import type { Report } from '../report';
import type { Pod } from '../structure/generated/types';
import { validateImageOfPod } from './container';
import { validatePodAnnotations, validateProfilesMatch } from './pod-annotations';
import { validatePodSpec } from './pod-spec';

/** Source: core/validation validatePodMetadataAndSpec; what is asked of a new Pod alone: ValidatePodCreate. */
export function validatePod({ metadata = {}, spec = {} }: Pod, report: Report, old?: Pod): void {
  validateMetadata(metadata, true, dnsSubdomain, report);
  validatePodAnnotations(metadata.annotations ?? {}, spec, 'metadata.annotations', report);
  const context = validatePodSpec(spec, metadata, 'spec', report);
  if ((spec.serviceAccountName ?? '') === '') forbidTokens(context.spec.volumes ?? [], report);
  for (const list of ['containers', 'initContainers'] as const) {
    (spec[list] ?? []).forEach((container, index) => {
      validateImageOfPod(container, `spec.${list}[${index}]`, context);
    });
  }
  if (old !== undefined) return;
  if ((spec.ephemeralContainers ?? []).length > 0)
    report.forbidden('spec.ephemeralContainers', 'must not be set when a Pod is created');
  if ((spec.nodeName ?? '') !== '' && (spec.schedulingGates ?? []).length > 0)
    report.forbidden('spec.nodeName', 'must not be set while there are schedulingGates');
  validateProfilesMatch(metadata, context);
}

function forbidTokens(volumes: NonNullable<NonNullable<Pod['spec']>['volumes']>, report: Report): void {
  volumes.forEach(({ projected }, index) => {
    (projected?.sources ?? []).forEach(({ serviceAccountToken }, position) => {
      if (serviceAccountToken !== undefined)
        report.forbidden(
          `spec.volumes[${index}].projected.sources[${position}].serviceAccountToken`,
          'must not be set without a serviceAccountName',
        );
    });
  });
}
