import { defineKind } from '../kind';
import { isLive } from '../live';
import { validateMetadata } from '../metadata';
import { dnsSubdomain } from '../names';
import type { PersistentVolumeClaim, PersistentVolumeClaimSpec } from '../structure/generated/types';
import { validateClaimSpec } from './claim-spec';
import { validateClaimUpdate } from './claim-update';
import { defaultClaimSpec, normalizeDataSources } from './defaults';

/** Source: core/v1/defaults.go, registry/core/persistentvolumeclaim, core/validation ValidatePersistentVolumeClaim. */
export const claim = defineKind<PersistentVolumeClaim>({
  dropped: [['VolumeAttributesClass', 'spec.volumeAttributesClassName']],
  default: (object, _report, old) => {
    const spec = defaultClaimSpec(object.spec ?? {});
    if (old === undefined) return { ...object, spec: normalizeDataSources(spec) };
    const kept = isLive(old) && !isLive(object) ? withOldVolume(spec, old.spec ?? {}) : spec;
    return { ...object, spec: withOldSources(kept, old.spec ?? {}), ...(old.status && { status: old.status }) };
  },
  validate: ({ metadata = {}, spec = {} }, report, old) => {
    validateMetadata(metadata, true, dnsSubdomain, report);
    const hadGroup = [old?.spec?.dataSource, old?.spec?.dataSourceRef].some((source) => source?.apiGroup !== undefined);
    validateClaimSpec(spec, 'spec', report, hadGroup);
  },
  validateUpdate: validateClaimUpdate,
});

/** What the cluster fills in: the default class, and the volume that the claim is bound to. */
function withOldVolume(spec: PersistentVolumeClaimSpec, old: PersistentVolumeClaimSpec): PersistentVolumeClaimSpec {
  const { storageClassName = old.storageClassName, volumeName = old.volumeName } = spec;
  return { ...spec, storageClassName, volumeName };
}

/**
 * Of dataSource and dataSourceRef, the one that was not written was filled in from the other, and stays. A claim that has a
 * source already keeps the namespace of a reference, and is refused for it. Source: pkg/api/persistentvolumeclaim
 * DropDisabledFields.
 */
function withOldSources(written: PersistentVolumeClaimSpec, old: PersistentVolumeClaimSpec): PersistentVolumeClaimSpec {
  const live = normalizeDataSources(old);
  const filled = (['dataSource', 'dataSourceRef'] as const).filter(
    (field) => old[field] === undefined && live[field] !== undefined,
  );
  const spec = {
    ...written,
    ...Object.fromEntries(filled.map((field) => [field, { ...live[field], ...written[field] }])),
  };
  const keepsNamespace = live.dataSourceRef !== undefined && (spec.dataSourceRef?.namespace ?? '') !== '';
  return keepsNamespace ? spec : normalizeDataSources(spec, old);
}
