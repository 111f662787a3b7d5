import { validateAnnotations, validateLabelSelector, validateLabels } from '../labels';
import { dnsLabel, dnsSubdomain } from '../names';
import { resourceAmountOf } from '../quantities';
import type { Report } from '../report';
import type {
  ObjectMeta,
  PersistentVolumeClaimSpec,
  PersistentVolumeClaimTemplate,
  TypedLocalObjectReference,
  TypedObjectReference,
} from '../structure/generated/types';

const ACCESS_MODES = ['ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOnce', 'ReadWriteOncePod'];

/** Source: core/validation ValidatePersistentVolumeClaimSpec. */
export function validateClaimSpec(
  spec: PersistentVolumeClaimSpec,
  path: string,
  report: Report,
  hadGroup = false,
): void {
  const { accessModes = [], storageClassName = '', volumeMode, volumeAttributesClassName = '' } = spec;
  validateAccessModes(accessModes, `${path}.accessModes`, report);
  validateLabelSelector(spec.selector, `${path}.selector`, report);
  const storage = spec.resources?.requests?.storage;
  if (storage === undefined) report.required(`${path}.resources[storage]`, 'a claim needs resources.requests.storage');
  else if (resourceAmountOf(storage) <= 0n)
    report.invalid(`${path}.resources[storage]`, storage, 'must be more than 0');
  if (storageClassName !== '')
    report.invalidFor(`${path}.storageClassName`, storageClassName, dnsSubdomain(storageClassName));
  if (volumeMode !== undefined) report.oneOf(`${path}.volumeMode`, volumeMode, ['Block', 'Filesystem']);
  validateDataSources(spec, path, report, hadGroup);
  if (volumeAttributesClassName !== '' && report.has('VolumeAttributesClass'))
    report.invalidFor(
      `${path}.volumeAttributesClassName`,
      volumeAttributesClassName,
      dnsSubdomain(volumeAttributesClassName),
    );
}

function validateAccessModes(modes: readonly string[], path: string, report: Report): void {
  if (modes.length === 0) report.required(path, 'a claim needs at least one');
  for (const mode of modes) report.oneOf(path, mode, ACCESS_MODES);
  const hasOthers = modes.some((mode) => mode !== 'ReadWriteOncePod' && ACCESS_MODES.includes(mode));
  if (modes.includes('ReadWriteOncePod') && hasOthers)
    report.forbidden(path, 'must not have ReadWriteOncePod beside other modes');
}

function validateDataSources(
  { dataSource, dataSourceRef }: PersistentVolumeClaimSpec,
  path: string,
  report: Report,
  hadGroup: boolean,
): void {
  if (dataSource !== undefined) validateDataSource(dataSource, `${path}.dataSource`, report, hadGroup);
  const namespace = dataSourceRef?.namespace ?? '';
  if (dataSourceRef !== undefined) {
    validateDataSource(dataSourceRef, `${path}.dataSourceRef`, report, hadGroup);
    if (namespace !== '') report.invalidFor(`${path}.dataSourceRef.namespace`, namespace, dnsLabel(namespace));
  }
  if (dataSource === undefined || dataSourceRef === undefined) return;
  if (namespace !== '') report.invalid(path, 'dataSource', 'must not be set beside dataSourceRef.namespace');
  else if (!isSameSource(dataSource, dataSourceRef))
    report.invalid(path, 'dataSource', 'must be the same as dataSourceRef');
}

function isSameSource(a: TypedLocalObjectReference, b: TypedObjectReference): boolean {
  return a.apiGroup === b.apiGroup && (a.kind ?? '') === (b.kind ?? '') && (a.name ?? '') === (b.name ?? '');
}

/** The group of a source is left alone where the old claim had one. Source: core/validation validateDataSource, validateDataSourceRef. */
function validateDataSource(
  { name = '', kind = '', apiGroup = '' }: TypedLocalObjectReference,
  path: string,
  report: Report,
  hadGroup: boolean,
): void {
  if (name === '') report.required(`${path}.name`);
  if (kind === '') report.required(`${path}.kind`);
  if (apiGroup === '' && kind !== 'PersistentVolumeClaim')
    report.invalid(path, kind, 'must be a PersistentVolumeClaim where there is no apiGroup');
  if (apiGroup !== '' && !hadGroup && report.isAtLeast(29))
    report.invalidFor(`${path}.apiGroup`, apiGroup, dnsSubdomain(apiGroup));
}

/** Source: core/validation ValidatePersistentVolumeClaimTemplate. */
export function validateClaimTemplate(template: PersistentVolumeClaimTemplate, path: string, report: Report): void {
  validateTemplateMetadata(template.metadata ?? {}, `${path}.metadata`, report);
  validateClaimSpec(template.spec ?? {}, `${path}.spec`, report);
}

/** Source: core/validation ValidateTemplateObjectMeta: labels and annotations are all that may be set. */
function validateTemplateMetadata(metadata: ObjectMeta, path: string, report: Report): void {
  validateAnnotations(metadata.annotations, `${path}.annotations`, report);
  validateLabels(metadata.labels, `${path}.labels`, report);
  for (const [field, value] of Object.entries(metadata)) {
    const isZero = value === '' || (value === 0 && field !== 'deletionGracePeriodSeconds');
    if (field !== 'annotations' && field !== 'labels' && !isZero)
      report.forbidden(`${path}.${GO_NAMES[field] ?? field}`, 'must not be set here');
  }
}

/** Fields whose Go name is written otherwise than their JSON name. */
const GO_NAMES: Readonly<Record<string, string>> = { uid: 'uID' };
