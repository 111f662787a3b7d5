import { API_DEFAULTS } from '../../kubernetes/versions/api-defaults';
import { validateImmutable } from '../immutable';
import { numberOf, validateAtMostAll, validateIntOrPercent } from '../int-or-percent';
import { parseInt64 } from '../integers';
import { defineKind } from '../kind';
import { validateMetadata } from '../metadata';
import { dnsSubdomain } from '../names';
import { defaultPodTemplate } from '../pod/defaults';
import { validateNonnegative } from '../quantities';
import type { Report } from '../report';
import type { Deployment, DeploymentSpec, DeploymentStrategy } from '../structure/generated/types';
import { NEW_SELECTOR, validateRunningTemplate, validateSelector, validateSharedDisks } from './template';

/** Source: apps/v1/defaults.go SetDefaults_Deployment, apps/validation ValidateDeployment. */
export const deployment = defineKind<Deployment>({
  podSpec: 'spec.template.spec',
  setsGenerationFrom: 28,
  default: (object, report) => {
    const spec = object.spec ?? {};
    return {
      ...object,
      spec: {
        ...spec,
        replicas: spec.replicas ?? API_DEFAULTS.deployment.replicas,
        strategy: defaultStrategy(spec.strategy ?? {}),
        revisionHistoryLimit: spec.revisionHistoryLimit ?? API_DEFAULTS.deployment.revisionHistoryLimit,
        progressDeadlineSeconds: spec.progressDeadlineSeconds ?? API_DEFAULTS.deployment.progressDeadlineSeconds,
        template: defaultPodTemplate(spec.template ?? {}, report),
      },
    };
  },
  validate: ({ metadata = {}, spec = {} }, report) => {
    validateMetadata(metadata, true, dnsSubdomain, report);
    validateSpec(spec, report);
    validateRollback(metadata.annotations?.[ROLLBACK], report);
  },
  validateUpdate: ({ spec }, old, report) =>
    validateImmutable(spec?.selector, old.spec?.selector, 'spec.selector', NEW_SELECTOR, report),
});

function defaultStrategy(strategy: DeploymentStrategy): DeploymentStrategy {
  const type = strategy.type || 'RollingUpdate';
  if (type !== 'RollingUpdate') return { ...strategy, type };
  const { maxSurge = API_DEFAULTS.deployment.maxSurge, maxUnavailable = API_DEFAULTS.deployment.maxUnavailable } =
    strategy.rollingUpdate ?? {};
  return { type, rollingUpdate: { maxSurge, maxUnavailable } };
}

function validateSpec(spec: DeploymentSpec, report: Report): void {
  const { template = {}, minReadySeconds = 0, progressDeadlineSeconds } = spec;
  validateNonnegative(spec.replicas, 'spec.replicas', report);
  const isReadable = validateSelector(spec.selector, template, 'spec', report);
  if (isReadable) {
    validateRunningTemplate(template, 'spec.template', report);
    if ((spec.replicas ?? 0) > 1) validateSharedDisks(template, 'spec.template', report);
  }
  validateStrategy(spec.strategy ?? {}, 'spec.strategy', report);
  validateNonnegative(minReadySeconds, 'spec.minReadySeconds', report);
  validateNonnegative(spec.revisionHistoryLimit, 'spec.revisionHistoryLimit', report);
  const at = 'spec.progressDeadlineSeconds';
  validateNonnegative(progressDeadlineSeconds, at, report);
  if (progressDeadlineSeconds !== undefined && progressDeadlineSeconds <= minReadySeconds)
    report.invalid(at, `${progressDeadlineSeconds}s`, `must be more than minReadySeconds (${minReadySeconds}s)`, [
      at,
      'spec.minReadySeconds',
    ]);
}

function validateStrategy({ type = '', rollingUpdate }: DeploymentStrategy, path: string, report: Report): void {
  if (type === 'Recreate') {
    if (rollingUpdate !== undefined) report.forbidden(`${path}.rollingUpdate`, 'must not be set with type Recreate');
  } else if (type !== 'RollingUpdate') report.notSupported(path, type, ['Recreate', 'RollingUpdate']);
  else {
    const { maxSurge = 0, maxUnavailable = 0 } = rollingUpdate ?? {};
    const at = `${path}.rollingUpdate`;
    validateIntOrPercent(maxUnavailable, `${at}.maxUnavailable`, report);
    validateIntOrPercent(maxSurge, `${at}.maxSurge`, report);
    if (numberOf(maxUnavailable) === 0 && numberOf(maxSurge) === 0)
      report.invalid(`${at}.maxUnavailable`, maxUnavailable, 'must not be 0 while maxSurge is 0', [
        `${at}.maxUnavailable`,
        `${at}.maxSurge`,
      ]);
    validateAtMostAll(maxUnavailable, `${at}.maxUnavailable`, report);
  }
}

const ROLLBACK = 'deprecated.deployment.rollback.to';

/** Source: apps/v1/conversion.go Convert_v1_Deployment_To_apps_Deployment, apps/validation ValidateRollback. */
function validateRollback(revision: string | undefined, report: Report): void {
  if (revision === undefined || revision === '') return;
  const number = parseInt64(revision);
  if (number === undefined)
    report.wrongType(`metadata.annotations[${ROLLBACK}]`, revision, 'a whole number of 64 bits');
  else if (number < 0n)
    report.invalid('spec.rollback.version', revision, `must be 0 or more; it stands in the annotation ${ROLLBACK}`);
}
