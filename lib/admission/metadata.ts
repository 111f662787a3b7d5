import { validateAnnotations, validateLabels } from './labels';
import { byteLength, dnsLabel, maskTrailingDash, type NameCheck, qualifiedName } from './names';
import type { Report } from './report';
import type { ManagedFieldsEntry, ObjectMeta, OwnerReference } from './structure/generated/types';

/** Source: apimachinery pkg/api/validation ValidateObjectMetaAccessor. */
export function validateMetadata(
  metadata: ObjectMeta,
  isNamespaced: boolean,
  nameCheck: NameCheck,
  report: Report,
  path = 'metadata',
): void {
  const { name = '', generateName = '', namespace = '' } = metadata;
  if (generateName !== '') {
    report.invalidFor(`${path}.generateName`, generateName, nameCheck(maskTrailingDash(generateName)));
  }
  if (name !== '') report.invalidFor(`${path}.name`, name, nameCheck(name));
  else if (generateName === '') report.required(`${path}.name`, 'an object needs a name or generateName');
  else report.invalidFor(`${path}.name`, generateName, nameCheck(generatedName(generateName)));

  // A cluster-scoped object that has a namespace is accepted: rest.BeforeCreate drops it.
  if (isNamespaced && namespace !== '') report.invalidFor(`${path}.namespace`, namespace, dnsLabel(namespace));
  if ((metadata.generation ?? 0) < 0) report.invalid(`${path}.generation`, metadata.generation, 'must be 0 or more');
  validateLabels(metadata.labels, `${path}.labels`, report);
  validateAnnotations(metadata.annotations, `${path}.annotations`, report);
  validateOwnerReferences(metadata.ownerReferences ?? [], `${path}.ownerReferences`, report);
  validateFinalizers(metadata.finalizers ?? [], `${path}.finalizers`, report);
  validateManagedFields(metadata.managedFields ?? [], `${path}.managedFields`, report);
}

/** A name like the one that the API server generates: at most 58 characters of the base, and five random ones. */
export function generatedName(base: string): string {
  return `${base.slice(0, 58)}x7k2p`;
}

function validateOwnerReferences(owners: readonly OwnerReference[], path: string, report: Report): void {
  owners.forEach((owner, index) => {
    validateOwnerReference(owner, `${path}[${index}]`, report);
  });
  const controllers = owners.filter(({ controller }) => controller === true).slice(1);
  for (const { name } of controllers) report.invalid(path, name, 'only one owner may have controller true');
}

function validateOwnerReference(owner: OwnerReference, path: string, report: Report): void {
  const { apiVersion = '' } = owner;
  if (apiVersion === '') report.required(`${path}.apiVersion`);
  else if (apiVersion.split('/').length > 2 || apiVersion.endsWith('/'))
    report.invalid(`${path}.apiVersion`, apiVersion, 'must be like "apps/v1" or "v1"');
  for (const field of ['kind', 'name', 'uid'] as const) {
    if ((owner[field] ?? '') === '') report.required(`${path}.${field}`);
  }
  if (apiVersion === 'v1' && owner.kind === 'Event') report.invalid(path, 'Event', 'must not own anything');
}

const EXCLUSIVE_FINALIZERS = ['orphan', 'foregroundDeletion'];

function validateFinalizers(finalizers: readonly string[], path: string, report: Report): void {
  for (const finalizer of finalizers) report.invalidFor(path, finalizer, qualifiedName(finalizer));
  if (EXCLUSIVE_FINALIZERS.every((each) => finalizers.includes(each)))
    report.invalid(path, finalizers, 'must not have both "orphan" and "foregroundDeletion"');
}

function validateManagedFields(entries: readonly ManagedFieldsEntry[], path: string, report: Report): void {
  entries.forEach(({ operation = '', fieldsType = '', manager = '', subresource = '' }, index) => {
    const at = `${path}[${index}]`;
    if (operation === '') report.required(`${at}.operation`);
    else report.oneOf(`${at}.operation`, operation, ['Apply', 'Update']);
    if (fieldsType !== '' && fieldsType !== 'FieldsV1')
      report.invalid(`${at}.fieldsType`, fieldsType, 'must be "FieldsV1"');
    if (byteLength(manager) > 128) report.tooLong(`${at}.manager`, '128 characters');
    if (byteLength(subresource) > 256) report.tooLong(`${at}.subresource`, '256 characters');
  });
}
