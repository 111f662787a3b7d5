import { defineKind } from '../kind';
import { validateMetadata } from '../metadata';
import { dnsSubdomain } from '../names';
import { amountOf, validateNonnegative } from '../quantities';
import type { Report } from '../report';
import type {
  HorizontalPodAutoscaler,
  HorizontalPodAutoscalerSpec,
  HPAScalingRules,
} from '../structure/generated/types';
import { validateMetrics } from './metrics';
import { validateReference } from './object-reference';

/** Source: autoscaling/v2/defaults.go, autoscaling/validation ValidateHorizontalPodAutoscaler. */
export const autoscaler = defineKind<HorizontalPodAutoscaler>({
  setsGenerationFrom: 37,
  dropped: [
    ['HPAConfigurableTolerance', 'spec.behavior.scaleUp.tolerance'],
    ['HPAConfigurableTolerance', 'spec.behavior.scaleDown.tolerance'],
  ],
  default: (object) => {
    const spec = object.spec ?? {};
    return {
      ...object,
      spec: { ...spec, minReplicas: spec.minReplicas ?? 1, behavior: defaultBehavior(spec.behavior) },
    };
  },
  validate: ({ metadata = {}, spec = {} }, report) => {
    validateMetadata(metadata, true, dnsSubdomain, report);
    validateSpec(spec, report);
  },
});

const POLICIES = [{ type: 'Percent', value: 100, periodSeconds: 15 }];

function defaultBehavior(behavior: HorizontalPodAutoscalerSpec['behavior']): HorizontalPodAutoscalerSpec['behavior'] {
  return (
    behavior && {
      scaleUp: { ...behavior.scaleUp, policies: behavior.scaleUp?.policies ?? POLICIES },
      scaleDown: { ...behavior.scaleDown, policies: behavior.scaleDown?.policies ?? POLICIES },
    }
  );
}

function validateSpec(spec: HorizontalPodAutoscalerSpec, report: Report): void {
  const { minReplicas = 1, maxReplicas = 0, metrics = [] } = spec;
  const least = report.has('HPAScaleToZero') ? 0 : 1;
  if (minReplicas < least) report.invalid('spec.minReplicas', minReplicas, `must be ${least} or more`);
  if (maxReplicas === 0 && report.isAtLeast(36)) report.required('spec.maxReplicas');
  else if (maxReplicas < 1) report.invalid('spec.maxReplicas', maxReplicas, 'must be 1 or more');
  if (maxReplicas < minReplicas)
    report.invalid('spec.maxReplicas', maxReplicas, `must be at least minReplicas (${minReplicas})`, [
      'spec.maxReplicas',
      'spec.minReplicas',
    ]);
  validateReference(spec.scaleTargetRef ?? {}, true, 'spec.scaleTargetRef', report);
  validateMetrics(metrics, 'spec.metrics', report);
  const canScaleToZero = metrics.some(({ type }) => type === 'Object' || type === 'External');
  if (minReplicas === 0 && !canScaleToZero)
    report.forbidden('spec.metrics', 'must have an Object or External metric while minReplicas is 0');
  validateRules(spec.behavior?.scaleUp, 'spec.behavior.scaleUp', report);
  validateRules(spec.behavior?.scaleDown, 'spec.behavior.scaleDown', report);
}

function validateRules(rules: HPAScalingRules | undefined, path: string, report: Report): void {
  if (rules === undefined) return;
  const { stabilizationWindowSeconds: window, selectPolicy, policies = [], tolerance } = rules;
  if (window !== undefined && (window < 0 || window > 3600))
    report.invalid(`${path}.stabilizationWindowSeconds`, window, 'must be between 0 and 3600');
  if (selectPolicy !== undefined) report.oneOf(`${path}.selectPolicy`, selectPolicy, ['Disabled', 'Max', 'Min']);
  if (policies.length === 0) report.required(`${path}.policies`, 'at least one is needed');
  policies.forEach(({ type, value = 0, periodSeconds = 0 }, index) => {
    const at = `${path}.policies[${index}]`;
    report.oneOf(`${at}.type`, type, ['Percent', 'Pods']);
    if (value <= 0) report.invalid(`${at}.value`, value, 'must be more than 0');
    if (periodSeconds <= 0 || periodSeconds > 1800)
      report.invalid(`${at}.periodSeconds`, periodSeconds, 'must be between 1 and 1800');
  });
  if (tolerance !== undefined && amountOf(tolerance) < 0n) validateNonnegative(-1, `${path}.tolerance`, report);
}
