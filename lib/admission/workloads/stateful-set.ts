import { API_DEFAULTS } from '../../kubernetes/versions/api-defaults';
import { validateClaimSpec } from '../claims/claim-spec';
import { defaultClaimSpec } from '../claims/defaults';
import { isEqual } from '../immutable';
import { numberOf, validateAtMostAll, validateIntOrPercent } from '../int-or-percent';
import { defineKind } from '../kind';
import { validateAnnotations, validateLabels } from '../labels';
import { validateMetadata } from '../metadata';
import { dnsLabel } from '../names';
import { defaultPodTemplate } from '../pod/defaults';
import { validatePodAnnotations } from '../pod/pod-annotations';
import { validatePodTemplate } from '../pod/pod-template';
import { validateNonnegative } from '../quantities';
import type { Report } from '../report';
import { show } from '../report';
import type {
  PersistentVolumeClaim,
  PodTemplateSpec,
  RollingUpdateStatefulSetStrategy,
  StatefulSet,
  StatefulSetSpec,
  StatefulSetUpdateStrategy,
  Volume,
} from '../structure/generated/types';
import { validateKeepsRunning, validateSelector } from './template';

/** Source: apps/v1/defaults.go SetDefaults_StatefulSet, apps/validation ValidateStatefulSet. */
export const statefulSet = defineKind<StatefulSet>({
  podSpec: 'spec.template.spec',
  setsGenerationFrom: 28,
  dropped: [['MaxUnavailableStatefulSet', 'spec.updateStrategy.rollingUpdate.maxUnavailable']],
  default: (object, report) => {
    const spec = object.spec ?? {};
    const { whenDeleted, whenScaled } = spec.persistentVolumeClaimRetentionPolicy ?? {};
    return {
      ...object,
      spec: {
        ...spec,
        replicas: spec.replicas ?? API_DEFAULTS.statefulSet.replicas,
        podManagementPolicy: spec.podManagementPolicy || 'OrderedReady',
        updateStrategy: defaultStrategy(spec.updateStrategy ?? {}),
        persistentVolumeClaimRetentionPolicy: {
          whenDeleted: whenDeleted || 'Retain',
          whenScaled: whenScaled || 'Retain',
        },
        revisionHistoryLimit: spec.revisionHistoryLimit ?? API_DEFAULTS.statefulSet.revisionHistoryLimit,
        template: defaultPodTemplate(spec.template ?? {}, report),
        volumeClaimTemplates: spec.volumeClaimTemplates?.map(defaultClaim),
      },
    };
  },
  validate: ({ metadata = {}, spec = {} }, report, old) => {
    const isUpdate = old !== undefined;
    validateMetadata(metadata, true, isUpdate ? () => undefined : dnsLabel, report);
    validateSpec(spec, report, isUpdate);
  },
  validateUpdate: ({ spec = {} }, { spec: old = {} }, report) => validateMutable(spec, old, report),
});

/**
 * A claim in a template has no kind, whatever it says, and is Pending. Source: apps/v1/conversion.go, core/v1/defaults.go
 * SetDefaults_PersistentVolumeClaim.
 */
function defaultClaim({ apiVersion: _version, kind: _kind, ...claim }: PersistentVolumeClaim): PersistentVolumeClaim {
  const status = { ...claim.status, phase: claim.status?.phase || 'Pending' };
  return { ...claim, spec: defaultClaimSpec(claim.spec ?? {}), status };
}

function defaultStrategy(strategy: StatefulSetUpdateStrategy): StatefulSetUpdateStrategy {
  const type = strategy.type || 'RollingUpdate';
  if (type !== 'RollingUpdate') return { ...strategy, type };
  return { type, rollingUpdate: { partition: API_DEFAULTS.statefulSet.partition, ...strategy.rollingUpdate } };
}

function validateSpec(spec: StatefulSetSpec, report: Report, isUpdate: boolean): void {
  const { podManagementPolicy = '', persistentVolumeClaimRetentionPolicy: retention, template = {} } = spec;
  if (!['OrderedReady', 'Parallel'].includes(podManagementPolicy))
    report.invalid('spec.podManagementPolicy', podManagementPolicy, 'must be "OrderedReady" or "Parallel"');
  validateStrategy(spec.updateStrategy ?? {}, 'spec.updateStrategy', report);
  for (const field of ['whenDeleted', 'whenScaled'] as const)
    report.oneOf(`spec.persistentVolumeClaimRetentionPolicy.${field}`, retention?.[field], ['Retain', 'Delete']);
  // Before 1.34 nothing looked at the claims until a pod needed them.
  if (report.isAtLeast(34) && !isUpdate)
    (spec.volumeClaimTemplates ?? []).forEach((claim, index) => {
      validateClaimSpec(claim.spec ?? {}, `spec.volumeClaimTemplates[${index}].spec`, report);
    });
  validateNonnegative(spec.replicas, 'spec.replicas', report);
  validateNonnegative(spec.minReadySeconds, 'spec.minReadySeconds', report);
  validateNonnegative(spec.ordinals?.start, 'spec.ordinals.start', report);
  const { serviceName = '' } = spec;
  if (report.isAtLeast(33) && !isUpdate && serviceName !== '')
    report.invalidFor('spec.serviceName', serviceName, dnsLabel(serviceName));
  if (validateSelector(spec.selector, template, 'spec', report))
    validateTemplate(template, spec.volumeClaimTemplates ?? [], report);
  validateKeepsRunning(template, 'spec.template', report);
}

function validateStrategy({ type = '', rollingUpdate }: StatefulSetUpdateStrategy, path: string, report: Report): void {
  const canRecreate = report.has('StatefulSetRecreateStrategy');
  if (type === 'OnDelete' || (type === 'Recreate' && canRecreate)) {
    if (rollingUpdate !== undefined)
      report.invalid(`${path}.rollingUpdate`, rollingUpdate, `must not be set with type ${type}`);
  } else if (type === 'RollingUpdate') validateRollingUpdate(rollingUpdate ?? {}, `${path}.rollingUpdate`, report);
  else report.invalid(path, type, 'must have the type "RollingUpdate" or "OnDelete"');
}

function validateRollingUpdate(rollingUpdate: RollingUpdateStatefulSetStrategy, path: string, report: Report): void {
  const { partition, maxUnavailable } = rollingUpdate;
  validateNonnegative(partition, `${path}.partition`, report);
  if (maxUnavailable === undefined) return;
  const at = `${path}.maxUnavailable`;
  validateIntOrPercent(maxUnavailable, at, report);
  if (numberOf(maxUnavailable) === 0) report.invalid(at, maxUnavailable, 'must not be 0');
  validateAtMostAll(maxUnavailable, at, report);
}

/** Until 1.33 nothing looked at the pod spec of a StatefulSet before its pods were to be created. */
function validateTemplate(template: PodTemplateSpec, claims: readonly PersistentVolumeClaim[], report: Report): void {
  const path = 'spec.template';
  if (report.isAtLeast(34)) {
    validatePodTemplate(templateOfPods(template, claims), path, report);
    return;
  }
  const { labels, annotations = {} } = template.metadata ?? {};
  validateLabels(labels, `${path}.labels`, report);
  validateAnnotations(annotations, `${path}.annotations`, report);
  validatePodAnnotations(annotations, template.spec ?? {}, `${path}.annotations`, report);
}

/** The template as its pods will be: the claims are volumes, which stand before the template's own. */
function templateOfPods(template: PodTemplateSpec, claims: readonly PersistentVolumeClaim[]): PodTemplateSpec {
  const { subdomain: _subdomain, hostname: _hostname, ...spec } = template.spec ?? {};
  const names = new Set(claims.map(({ metadata }) => metadata?.name ?? ''));
  const ofClaims: Volume[] = [...names].map((name) => ({ name, persistentVolumeClaim: { claimName: name } }));
  const own = (spec.volumes ?? []).filter(({ name = '' }) => !names.has(name));
  return { ...template, spec: { ...spec, volumes: [...ofClaims, ...own] } };
}

const MUTABLE: ReadonlySet<string> = new Set([
  'replicas',
  'ordinals',
  'template',
  'updateStrategy',
  'persistentVolumeClaimRetentionPolicy',
  'minReadySeconds',
]);

const ANEW = 'delete the StatefulSet with --cascade=orphan, which keeps its pods and claims, and create it anew';

/** Until 1.36 the whole spec is told; then each field by itself. Source: apps/validation ValidateStatefulSetUpdate. */
function validateMutable(spec: StatefulSetSpec, old: StatefulSetSpec, report: Report): void {
  const fields = [...new Set([...Object.keys(spec), ...Object.keys(old)])] as (keyof StatefulSetSpec)[];
  const isMutable = (field: string) => MUTABLE.has(field) || (field === 'revisionHistoryLimit' && report.isAtLeast(33));
  const changed = fields.filter((field) => !isMutable(field) && !isEqual(spec[field], old[field]));
  if (changed.length === 0) return;
  if (!report.isAtLeast(37)) {
    report.add('Forbidden', 'spec', `must not be changed in ${changed.join(', ')}`, ANEW);
    return;
  }
  for (const field of changed)
    report.add(
      'Invalid',
      `spec.${field}`,
      `is ${show(spec[field])} and was ${show(old[field])}, and cannot be changed`,
      ANEW,
    );
}
