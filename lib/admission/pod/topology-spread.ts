import { validateLabelSelector } from '../labels';
import type { Report } from '../report';
import type { TopologySpreadConstraint } from '../structure/generated/types';
import { validateMatchLabelKeys, validateMatchLabelKeysUntil133 } from './match-label-keys';

const POLICIES = ['Honor', 'Ignore'];

/** Source: core/validation validateTopologySpreadConstraints. */
export function validateTopologySpread(
  constraints: readonly TopologySpreadConstraint[],
  path: string,
  report: Report,
): void {
  constraints.forEach((constraint, index) => {
    const at = `${path}[${index}]`;
    const { maxSkew = 0, topologyKey = '', whenUnsatisfiable = '', minDomains } = constraint;
    if (maxSkew <= 0) report.invalid(`${at}.maxSkew`, maxSkew, 'must be more than 0');
    if (topologyKey === '') report.required(`${at}.topologyKey`);
    report.oneOf(`${at}.whenUnsatisfiable`, whenUnsatisfiable, ['DoNotSchedule', 'ScheduleAnyway']);
    const isRepeated = constraints
      .slice(index + 1)
      .some(
        (other) => (other.topologyKey ?? '') === topologyKey && (other.whenUnsatisfiable ?? '') === whenUnsatisfiable,
      );
    if (isRepeated)
      report.duplicate(`${at}.{topologyKey, whenUnsatisfiable}`, `{${topologyKey}, ${whenUnsatisfiable}}`);
    if (minDomains !== undefined) {
      if (minDomains <= 0) report.invalid(`${at}.minDomains`, minDomains, 'must be more than 0');
      if (whenUnsatisfiable !== 'DoNotSchedule')
        report.invalid(`${at}.minDomains`, minDomains, 'must not be set unless whenUnsatisfiable is DoNotSchedule');
    }
    for (const field of ['nodeAffinityPolicy', 'nodeTaintsPolicy'] as const) {
      if (constraint[field] !== undefined) report.oneOf(`${at}.${field}`, constraint[field], POLICIES);
    }
    if (report.has('MatchLabelKeysInPodTopologySpreadSelectorMerge')) validateMatchLabelKeys(constraint, at, report);
    else validateMatchLabelKeysUntil133(constraint, at, report);
    validateLabelSelector(constraint.labelSelector, `${at}.labelSelector`, report);
  });
}
