import { API_DEFAULTS } from '../../kubernetes/versions/api-defaults';
import { validateImmutable } from '../immutable';
import { numberOf, validateAtMostAll, validateIntOrPercent } from '../int-or-percent';
import { parseInt64 } from '../integers';
import { defineKind } from '../kind';
import { isEmptySelector, selects, validateLabelSelector } from '../labels';
import { validateMetadata } from '../metadata';
import { dnsSubdomain } from '../names';
import { defaultPodTemplate } from '../pod/defaults';
import { validateNonnegative } from '../quantities';
import type { Report } from '../report';
import type { DaemonSet, DaemonSetUpdateStrategy, RollingUpdateDaemonSet } from '../structure/generated/types';
import { NEW_SELECTOR, rejectLabels, validateRunningTemplate, validateSharedDisks } from './template';

/** Source: apps/v1/defaults.go SetDefaults_DaemonSet, apps/validation ValidateDaemonSet. */
export const daemonSet = defineKind<DaemonSet>({
  podSpec: 'spec.template.spec',
  setsGenerationFrom: 28,
  default: (object, report) => {
    const spec = object.spec ?? {};
    return {
      ...object,
      spec: {
        ...spec,
        updateStrategy: defaultStrategy(spec.updateStrategy ?? {}),
        revisionHistoryLimit: spec.revisionHistoryLimit ?? API_DEFAULTS.daemonSet.revisionHistoryLimit,
        template: defaultPodTemplate(spec.template ?? {}, report),
      },
    };
  },
  validate: ({ metadata = {}, spec = {} }, report) => {
    const { selector, template = {} } = spec;
    // The annotation is a field of its own inside. Source: apps/v1/conversion.go Convert_v1_DaemonSet_To_apps_DaemonSet.
    const generation = metadata.annotations?.[GENERATION];
    if (generation !== undefined && parseInt64(generation) === undefined)
      report.wrongType(`metadata.annotations[${GENERATION}]`, generation, 'a whole number of 64 bits');
    validateMetadata(metadata, true, dnsSubdomain, report);
    validateLabelSelector(selector, 'spec.selector', report);
    const labels = template.metadata?.labels ?? {};
    // Without a selector none of its pods match.
    const matches = selector === undefined ? false : selects(selector, labels);
    if (matches === false) rejectLabels(labels, 'spec.template', report);
    if (selector !== undefined && isEmptySelector(selector))
      report.invalid('spec.selector', selector, 'must not be empty');
    validateRunningTemplate(template, 'spec.template', report);
    validateSharedDisks(template, 'spec.template', report);
    validateNonnegative(spec.minReadySeconds, 'spec.minReadySeconds', report);
    validateStrategy(spec.updateStrategy ?? {}, 'spec.updateStrategy', report);
    validateNonnegative(spec.revisionHistoryLimit, 'spec.revisionHistoryLimit', report);
  },
  validateUpdate: ({ spec }, old, report) =>
    validateImmutable(spec?.selector, old.spec?.selector, 'spec.selector', NEW_SELECTOR, report),
});

const GENERATION = 'deprecated.daemonset.template.generation';

function defaultStrategy(strategy: DaemonSetUpdateStrategy): DaemonSetUpdateStrategy {
  const type = strategy.type || 'RollingUpdate';
  if (type !== 'RollingUpdate') return { ...strategy, type };
  const { maxUnavailable, maxSurge } = API_DEFAULTS.daemonSet;
  return { type, rollingUpdate: { maxUnavailable, maxSurge, ...strategy.rollingUpdate } };
}

function validateStrategy({ type = '', rollingUpdate }: DaemonSetUpdateStrategy, path: string, report: Report): void {
  if (type === 'OnDelete') return;
  if (type !== 'RollingUpdate') report.notSupported(path, type, ['OnDelete', 'RollingUpdate']);
  else validateRollingUpdate(rollingUpdate ?? {}, `${path}.rollingUpdate`, report);
}

function validateRollingUpdate(
  { maxSurge = 0, maxUnavailable = 0 }: RollingUpdateDaemonSet,
  path: string,
  report: Report,
): void {
  const values = { maxUnavailable, maxSurge };
  for (const [field, value] of Object.entries(values)) {
    validateIntOrPercent(value, `${path}.${field}`, report);
    validateAtMostAll(value, `${path}.${field}`, report);
  }
  const hasUnavailable = numberOf(maxUnavailable) !== 0;
  const hasSurge = numberOf(maxSurge) !== 0;
  if (hasUnavailable && hasSurge)
    report.invalid(`${path}.maxSurge`, maxSurge, `must be 0 while maxUnavailable is ${maxUnavailable}`);
  else if (!hasUnavailable && !hasSurge)
    report.required(`${path}.maxUnavailable`, 'it must not be 0 while maxSurge is 0');
}
