import { validateAnnotations, validateLabels } from './labels';
import { dnsLabel, firstBytes, maskTrailingDash, type NameCheck, qualifiedName } from './names';
import type { Report } from './report';
import type { ObjectMeta, OwnerReference } from './structure/generated/types';

/**
 * Checks the metadata of an object. Where the check knows nothing of the kind (see disruption-budget.ts), finalizers may
 * have any qualified name. Source: apimachinery pkg/api/validation ValidateObjectMetaAccessor, core/validation
 * ValidateObjectMeta.
 */
export function validateMetadata(
  metadata: ObjectMeta,
  isNamespaced: boolean,
  nameCheck: NameCheck,
  report: Report,
  knowsKind = true,
): void {
  const path = 'metadata';
  const { name = '', generateName = '', namespace = '' } = metadata;
  // What knows nothing of the kind lets a generateName be "." as well.
  const isDots = !knowsKind && /^\.\.?$/.test(generateName);
  if (generateName !== '' && !isDots)
    report.invalidFor(`${path}.generateName`, generateName, nameCheck(maskTrailingDash(generateName)));
  if (name !== '') report.invalidFor(`${path}.name`, name, nameCheck(name));
  else if (generateName === '') report.required(`${path}.name`, 'an object needs a name or generateName');
  else report.invalidFor(`${path}.name`, generateName, nameCheck(generatedName(generateName)));

  // A cluster-scoped object that has a namespace is accepted: rest.BeforeCreate drops it.
  if (isNamespaced && namespace !== '') report.invalidFor(`${path}.namespace`, namespace, dnsLabel(namespace));
  if ((metadata.generation ?? 0) < 0) report.invalid(`${path}.generation`, metadata.generation, 'must be 0 or more');
  validateLabels(metadata.labels, `${path}.labels`, report);
  validateAnnotations(metadata.annotations, `${path}.annotations`, report);
  validateOwnerReferences(metadata.ownerReferences ?? [], `${path}.ownerReferences`, report);
  validateFinalizers(metadata.finalizers ?? [], knowsKind, `${path}.finalizers`, report);
  // managedFields that make no sense are dropped before anything looks at them.
}

/**
 * A name like the one that the API server generates: at most 58 bytes of the base, and five random letters. Source:
 * apiserver storage/names GenerateName.
 */
export function generatedName(base: string): string {
  return `${firstBytes(base, 58)}x7k2p`;
}

/** Until 1.36 the paths left out which owner it is, and what was missing was called invalid. */
function validateOwnerReferences(owners: readonly OwnerReference[], path: string, report: Report): void {
  owners.forEach((owner, index) => {
    validateOwnerReference(owner, report.isAtLeast(37) ? `${path}[${index}]` : path, report);
  });
  const controllers = owners.filter(({ controller }) => controller === true).slice(1);
  for (const { name } of controllers) report.invalid(path, name, 'only one owner may have controller true');
}

function validateOwnerReference(owner: OwnerReference, path: string, report: Report): void {
  const { apiVersion = '' } = owner;
  for (const field of ['apiVersion', 'kind', 'name', 'uid'] as const) {
    if ((owner[field] ?? '') !== '') continue;
    if (report.isAtLeast(37)) report.required(`${path}.${field}`);
    else report.invalid(`${path}.${field}`, '', 'must not be empty');
  }
  if (apiVersion !== '' && (apiVersion.split('/').length > 2 || apiVersion.endsWith('/')))
    report.invalid(`${path}.apiVersion`, apiVersion, 'must be like "apps/v1" or "v1"');
  if (apiVersion === 'v1' && owner.kind === 'Event') report.invalid(path, 'Event', 'must not own anything');
}

export const STANDARD_FINALIZERS = ['kubernetes', 'orphan', 'foregroundDeletion'];
const EXCLUSIVE_FINALIZERS = ['orphan', 'foregroundDeletion'];

function validateFinalizers(finalizers: readonly string[], knowsKind: boolean, path: string, report: Report): void {
  finalizers.forEach((finalizer, index) => {
    report.invalidFor(path, finalizer, qualifiedName(finalizer));
    // What knows the kind says this as well, of the item.
    if (knowsKind && !finalizer.includes('/') && !STANDARD_FINALIZERS.includes(finalizer))
      report.invalid(`${path}[${index}]`, finalizer, 'must have a domain');
  });
  if (EXCLUSIVE_FINALIZERS.every((each) => finalizers.includes(each)))
    report.invalid(path, finalizers, 'must not have both "orphan" and "foregroundDeletion"');
}
