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
  default: (object) => ({ ...object, spec: normalizeDataSources(defaultClaimSpec(object.spec ?? {})) }),
  validate: ({ metadata = {}, spec = {} }, report) => {
    validateMetadata(metadata, true, dnsSubdomain, report);
    validateClaimSpec(spec, 'spec', report);
  },
  validateUpdate: ({ spec = {} }, { spec: old = {} }, report) => validateUpdate(spec, old, report),
});

const COPY = 'keep it; to move to other storage, make a new claim and copy the data';

/** Source: core/validation ValidatePersistentVolumeClaimUpdate. */
function validateUpdate(spec: PersistentVolumeClaimSpec, old: PersistentVolumeClaimSpec, report: Report): void {
  const fields = [...new Set([...Object.keys(spec), ...Object.keys(old)])] as (keyof PersistentVolumeClaimSpec)[];
  const mutable = new Set(['resources', 'volumeAttributesClassName', 'volumeName']);
  // A field that the manifest leaves out may have been filled in by the cluster: kubectl apply keeps it.
  const changed = fields.filter(
    (field) => !mutable.has(field) && spec[field] !== undefined && !isEqual(spec[field], old[field]),
  );
  if (changed.length > 0) report.add('Forbidden', 'spec', `must not be changed in ${changed.join(', ')}`, COPY);
  const [size, before] = [spec.resources?.requests?.storage, old.resources?.requests?.storage];
  if (size !== undefined && before !== undefined && resourceAmountOf(size) < resourceAmountOf(before))
    report.add(
      'Forbidden',
      'spec.resources.requests.storage',
      `is ${size} and was ${before}, and cannot become smaller`,
      'keep the size; to shrink, make a new claim and copy the data',
    );
}
