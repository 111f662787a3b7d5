import { isObject } from '../../kubernetes/views/json';
import { isEqual } from '../immutable';
import { defineKind } from '../kind';
import { validateMetadata } from '../metadata';
import { dnsSubdomain } from '../names';
import { resourceAmountOf } from '../quantities';
import type { Report } from '../report';
import type { PersistentVolumeClaim, PersistentVolumeClaimSpec } from '../structure/generated/types';
import { validateClaimSpec } from './claim-spec';
import { defaultClaimSpec, normalizeDataSources } from './defaults';

/** Source: core/v1/defaults.go, registry/core/persistentvolumeclaim, core/validation ValidatePersistentVolumeClaim. */
export const claim = defineKind<PersistentVolumeClaim>({
  dropped: [['VolumeAttributesClass', 'spec.volumeAttributesClassName']],
  default: (object, _report, old) => {
    // A claim that has a source already keeps the namespace of a reference, and is refused for it. DropDisabledFields.
    const hasSource = old !== undefined && normalizeDataSources(old.spec ?? {}).dataSourceRef !== undefined;
    const spec = defaultClaimSpec(object.spec ?? {});
    const keepsNamespace = hasSource && (spec.dataSourceRef?.namespace ?? '') !== '';
    return { ...object, spec: keepsNamespace ? spec : normalizeDataSources(spec) };
  },
  carryOver: withOldSources,
  validate: ({ metadata = {}, spec = {} }, report, isUpdate) => {
    validateMetadata(metadata, true, dnsSubdomain, report);
    validateClaimSpec(spec, 'spec', report, isUpdate);
  },
  validateUpdate: ({ spec = {} }, old, report) => validateUpdate(spec, old, report),
});

/** Of dataSource and dataSourceRef, the one that was not written was filled in from the other, and stays. */
function withOldSources(
  object: PersistentVolumeClaim,
  { spec: old = {} }: PersistentVolumeClaim,
): PersistentVolumeClaim {
  const written: unknown = object.spec ?? {};
  if (!isObject(written)) return object;
  const spec = written as PersistentVolumeClaimSpec;
  const live = normalizeDataSources(old);
  const filled = (['dataSource', 'dataSourceRef'] as const).filter(
    (field) => old[field] === undefined && live[field] !== undefined && isObject(spec[field] ?? {}),
  );
  if (filled.length === 0) return object;
  const sources = Object.fromEntries(filled.map((field) => [field, { ...live[field], ...spec[field] }]));
  return { ...object, spec: { ...spec, ...sources } };
}

const COPY = 'keep it; to move to other storage, make a new claim and copy the data';

/** Source: core/validation ValidatePersistentVolumeClaimUpdate. */
function validateUpdate(spec: PersistentVolumeClaimSpec, before: PersistentVolumeClaim, report: Report): void {
  const { metadata, spec: old = {} } = before;
  // What a claim read from a cluster has beside its manifest was filled in there, and stays.
  const isLive = metadata?.uid !== undefined;
  const fields = [...new Set([...Object.keys(spec), ...Object.keys(old)])] as (keyof PersistentVolumeClaimSpec)[];
  const mutable = new Set(['resources', 'volumeAttributesClassName', 'volumeName']);
  const changed = fields.filter(
    (field) => !mutable.has(field) && !(isLive && spec[field] === undefined) && !isEqual(spec[field], old[field]),
  );
  const losesRequests = spec.resources?.requests === undefined && old.resources?.requests !== undefined;
  if (losesRequests || !isEqual(withoutStorage(spec), withoutStorage(old))) changed.push('resources');
  if (changed.length > 0) report.add('Forbidden', 'spec', `must not be changed in ${changed.join(', ')}`, COPY);
  if (spec.volumeMode !== old.volumeMode)
    report.add('Invalid', 'volumeMode', `is ${spec.volumeMode} and was ${old.volumeMode}, and cannot be changed`, COPY);
  const [size, was] = [spec.resources?.requests?.storage, old.resources?.requests?.storage];
  if (was !== undefined && resourceAmountOf(size ?? 0) < resourceAmountOf(was))
    report.add(
      'Forbidden',
      'spec.resources.requests.storage',
      `is ${size ?? 'absent'} and was ${was}, and cannot become smaller`,
      'keep the size; to shrink, make a new claim and copy the data',
    );
}

function withoutStorage({ resources }: PersistentVolumeClaimSpec): unknown {
  const { storage: _storage, ...requests } = resources?.requests ?? {};
  return { resources: { limits: resources?.limits, requests } };
}
