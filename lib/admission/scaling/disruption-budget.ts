import { validateAtMostAll, validateIntOrPercent } from '../int-or-percent';
import { defineKind } from '../kind';
import { validateLabelSelector } from '../labels';
import { validateMetadata } from '../metadata';
import { pathSegment } from '../names';
import type { PodDisruptionBudget } from '../structure/generated/types';

/** Source: policy/validation ValidatePodDisruptionBudget. It has no defaults. */
export const disruptionBudget = defineKind<PodDisruptionBudget>({
  setsGenerationFrom: 28,
  default: (object) => object,
  validate: ({ metadata = {}, spec = {} }, report, old) => {
    const { minAvailable, maxUnavailable, unhealthyPodEvictionPolicy } = spec;
    if (minAvailable !== undefined && maxUnavailable !== undefined)
      report.invalid('spec', { minAvailable, maxUnavailable }, 'must have one of minAvailable and maxUnavailable');
    for (const [field, value] of Object.entries({ minAvailable, maxUnavailable })) {
      if (value === undefined) continue;
      validateIntOrPercent(value, `spec.${field}`, report);
      validateAtMostAll(value, `spec.${field}`, report);
    }
    validateLabelSelector(spec.selector, 'spec.selector', report);
    if (unhealthyPodEvictionPolicy !== undefined)
      report.oneOf('spec.unhealthyPodEvictionPolicy', unhealthyPodEvictionPolicy, ['AlwaysAllow', 'IfHealthyBudget']);
    // Its metadata are looked at last, by rest.BeforeCreate, which knows nothing of the kind; in an update at once.
    if (old !== undefined || report.rejections.length === 0)
      validateMetadata(metadata, true, pathSegment, report, false);
  },
});
