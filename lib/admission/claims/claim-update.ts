import type { JsonObject } from '../../kubernetes/views/json';
import { isEqual } from '../immutable';
import { isLive } from '../live';
import { resourceAmountOf } from '../quantities';
import type { Report } from '../report';
import { show } from '../report';
import type { PersistentVolumeClaim, PersistentVolumeClaimSpec } from '../structure/generated/types';

const COPY = 'keep it; to move to other storage, make a new claim and copy the data';
const BETA_CLASS = 'volume.beta.kubernetes.io/storage-class';

/** Source: core/validation ValidatePersistentVolumeClaimUpdate. */
export function validateClaimUpdate(
  object: PersistentVolumeClaim,
  before: PersistentVolumeClaim,
  report: Report,
): void {
  const [spec, old] = [object.spec ?? {}, before.spec ?? {}];
  const isFilledIn = validateClass(object, before, report);
  const changed = fieldsChanged(spec, old, isFilledIn, isBound(before));
  if (changed.length > 0) report.add('Forbidden', 'spec', `must not be changed in ${changed.join(', ')}`, COPY);
  validateSize(spec, before, report);
  if (spec.volumeMode !== old.volumeMode)
    report.add('Invalid', 'volumeMode', `is ${spec.volumeMode} and was ${old.volumeMode}, and cannot be changed`, COPY);
  const [now, was] = [spec.volumeAttributesClassName ?? '', before.status?.currentVolumeAttributesClassName];
  if (was !== undefined && now === '' && (old.volumeAttributesClassName ?? '') !== '')
    report.add(
      'Forbidden',
      'spec.volumeAttributesClassName',
      `was "${was}", and cannot be taken away`,
      'keep the class, or change it to another one',
    );
}

/** A claim whose manifest alone is known is taken for one that is in use. */
function isBound(before: PersistentVolumeClaim): boolean {
  const { phase } = statusOf(before) ?? {};
  return phase === undefined ? !isLive(before) : phase === 'Bound';
}

/**
 * Tells whether a class is filled in that was not there, which is allowed once: from the annotation of old, or from nothing.
 * Source: core/validation validateStorageClassUpgradeFromAnnotation, validateStorageClassUpgradeFromNil.
 */
function validateClass(object: PersistentVolumeClaim, before: PersistentVolumeClaim, report: Report): boolean {
  const [is, was] = [object, before].map(({ metadata }) => metadata?.annotations?.[BETA_CLASS]);
  const [now, old] = [object.spec?.storageClassName, before.spec?.storageClassName];
  const isFirst = now !== undefined && old === undefined && (was === undefined || now === was);
  const isFromAnnotation = isFirst && was !== undefined && (is === undefined || is === was);
  if (!isFromAnnotation && (is ?? '') !== (was ?? ''))
    report.add(
      'Invalid',
      `metadata.annotations.${BETA_CLASS}`,
      `is ${show(is)} and was ${show(was)}, and cannot be changed`,
      COPY,
    );
  return isFirst;
}

function fieldsChanged(
  spec: PersistentVolumeClaimSpec,
  old: PersistentVolumeClaimSpec,
  isFilledIn: boolean,
  isInUse: boolean,
): readonly string[] {
  const free = new Set<string>([
    ...(isFilledIn ? ['storageClassName'] : []),
    ...((old.volumeName ?? '') === '' ? ['volumeName'] : []),
    ...(isInUse ? ['volumeAttributesClassName'] : []),
  ]);
  const canResize = isInUse && spec.resources?.requests !== undefined;
  const resized = canResize ? { ...spec, resources: withStorage(spec, old) } : spec;
  const [left, right] = [resized, old] as unknown as readonly [JsonObject, JsonObject];
  const fields = [...new Set([...Object.keys(left), ...Object.keys(right)])];
  return fields.filter((field) => !free.has(field) && !isEqual(left[field], right[field], field));
}

function withStorage({ resources }: PersistentVolumeClaimSpec, old: PersistentVolumeClaimSpec): unknown {
  const { storage: _storage, ...requests } = resources?.requests ?? {};
  const storage = old.resources?.requests?.storage;
  return { ...resources, requests: { ...requests, ...(storage !== undefined && { storage }) } };
}

/** From 1.32 on a claim that could not grow may be made smaller again, as long as it stays above what it has. */
function validateSize(spec: PersistentVolumeClaimSpec, before: PersistentVolumeClaim, report: Report): void {
  const [size, was] = [spec.resources?.requests?.storage, before.spec?.resources?.requests?.storage];
  if (was === undefined || resourceAmountOf(size ?? 0) >= resourceAmountOf(was)) return;
  const status = statusOf(before);
  const has = status === undefined && !isLive(before) ? was : (status?.capacity?.storage ?? 0);
  if (report.has('RecoverVolumeExpansionFailure') && resourceAmountOf(size ?? 0) > resourceAmountOf(has)) return;
  report.add(
    'Forbidden',
    'spec.resources.requests.storage',
    `is ${size ?? 'absent'} and was ${was}, and cannot become smaller`,
    'keep the size; to shrink, make a new claim and copy the data',
  );
}

/** A status without a field is that of a manifest. */
function statusOf({ status }: PersistentVolumeClaim): PersistentVolumeClaim['status'] {
  return status !== undefined && Object.keys(status).length > 0 ? status : undefined;
}
