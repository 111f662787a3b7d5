import { validateAnnotations, validateLabelSelector } from '../labels';
import type { Report } from '../report';
import type {
  ClusterTrustBundleProjection,
  DownwardAPIVolumeFile,
  PodCertificateProjection,
  ProjectedVolumeSource,
  ServiceAccountTokenProjection,
} from '../structure/generated/types';
import { validateFieldRef, validateResourceFieldRef } from './field-refs';
import { validateNonReservedPath } from './paths';
import { validateId } from './security-context';
import { signerName, trustBundleName } from './signer-name';
import { validateItems, validateMode } from './volume-files';

const FIELDS = ['metadata.annotations', 'metadata.labels', 'metadata.name', 'metadata.namespace', 'metadata.uid'];

/** Source: core/validation validateDownwardAPIVolumeFile. */
export function validateDownwardFile(file: DownwardAPIVolumeFile, path: string, report: Report): void {
  const { path: target = '', fieldRef, resourceFieldRef, mode, user } = file;
  if (target === '') report.required(`${path}.path`);
  validateNonReservedPath(target, `${path}.path`, report);
  if (fieldRef !== undefined) {
    validateFieldRef(fieldRef, FIELDS, `${path}.fieldRef`, report);
    if (resourceFieldRef !== undefined) report.invalid(path, target, 'must have one of fieldRef and resourceFieldRef');
  } else if (resourceFieldRef !== undefined)
    validateResourceFieldRef(resourceFieldRef, true, `${path}.resourceFieldRef`, report);
  else report.required(path, 'a file needs a fieldRef or a resourceFieldRef');
  validateMode(mode, `${path}.mode`, report);
  validateId(user, `${path}.user`, report);
}

/** Source: core/validation validateProjectionSources. A doubled path is said of the whole volume. */
export function validateProjected({ sources = [] }: ProjectedVolumeSource, path: string, report: Report): void {
  const taken = new Set<string>();
  const take = (file: string): void => {
    if (taken.has(file)) report.invalid(path, file, 'must not be the path of two sources');
    taken.add(file);
  };
  sources.forEach((source, index) => {
    const at = `${path}.sources[${index}]`;
    const { secret, configMap, downwardAPI, serviceAccountToken, clusterTrustBundle, podCertificate } = source;
    for (const [field, reference] of [
      ['secret', secret],
      ['configMap', configMap],
    ] as const) {
      if (reference === undefined) continue;
      if ((reference.name ?? '') === '') report.required(`${at}.${field}.name`);
      validateItems(reference.items ?? [], `${at}.${field}.items`, report);
      for (const item of reference.items ?? []) if (item.path) take(item.path);
    }
    for (const file of downwardAPI?.items ?? []) {
      validateDownwardFile(file, `${at}.downwardAPI`, report);
      if (file.path) take(file.path);
    }
    if (serviceAccountToken !== undefined)
      validateToken(serviceAccountToken, path, `${at}.serviceAccountToken`, report);
    if (clusterTrustBundle !== undefined) {
      validateTrustBundle(clusterTrustBundle, `${at}.clusterTrustBundle`, report);
      take(clusterTrustBundle.path ?? '');
    }
    if (podCertificate !== undefined) validateCertificate(podCertificate, take, `${at}.podCertificate`, report);
    const count = Object.keys(source).length;
    if (count > 1) report.forbidden(at, 'must have one source, not more');
  });
}

const MOST_EXPIRATION = 2 ** 32;

/** The path of a token's path is the volume's. */
function validateToken(token: ServiceAccountTokenProjection, volumePath: string, path: string, report: Report): void {
  const { expirationSeconds, path: target = '', user } = token;
  const at = `${path}.expirationSeconds`;
  if (expirationSeconds === undefined) report.required(at);
  else if (expirationSeconds < 600) report.invalid(at, expirationSeconds, 'must be at least 600 (10 minutes)');
  else if (expirationSeconds > MOST_EXPIRATION)
    report.invalid(at, expirationSeconds, `must be at most ${MOST_EXPIRATION}`);
  if (target === '') report.required(`${volumePath}.path`);
  else if (report.isAtLeast(30)) validateNonReservedPath(target, `${volumePath}.path`, report);
  validateId(user, `${path}.user`, report);
}

function validateTrustBundle(bundle: ClusterTrustBundleProjection, path: string, report: Report): void {
  const { name, signerName: signer, labelSelector, path: target = '', user } = bundle;
  if (name !== undefined && signer !== undefined) report.invalid(path, name, 'must not have both name and signerName');
  else if (name !== undefined) {
    if (name === '') report.required(`${path}.name`);
    report.invalidFor(`${path}.name`, name, trustBundleName(name));
    if (labelSelector !== undefined)
      report.invalid(`${path}.labelSelector`, labelSelector, 'must not be set beside a name');
  } else if (signer !== undefined) {
    if (signer === '') report.required(`${path}.signerName`);
    else report.invalidFor(`${path}.signerName`, signer, signerName(signer));
    validateLabelSelector(labelSelector, `${path}.labelSelector`, report);
  } else report.required(path, 'it needs a name or a signerName');
  if (target === '') report.required(`${path}.path`);
  validateId(user, `${path}.user`, report);
  validateNonReservedPath(target, `${path}.path`, report);
}

const KEY_TYPES = ['RSA3072', 'RSA4096', 'ECDSAP256', 'ECDSAP384', 'ECDSAP521', 'ED25519'];

function validateCertificate(
  certificate: PodCertificateProjection,
  take: (file: string) => void,
  path: string,
  report: Report,
): void {
  const { signerName: signer = '', keyType = '', maxExpirationSeconds, userAnnotations, user } = certificate;
  if (signer === '') report.required(`${path}.signerName`);
  else report.invalidFor(`${path}.signerName`, signer, signerName(signer));
  if (userAnnotations !== undefined) {
    validateAnnotations(userAnnotations, `${path}.userAnnotations`, report);
    for (const key of Object.keys(userAnnotations)) {
      if (!key.includes('/')) report.invalid(`${path}.userAnnotations`, key, 'must have a domain');
    }
  }
  validateId(user, `${path}.user`, report);
  report.oneOf(`${path}.keyType`, keyType, KEY_TYPES);
  if (maxExpirationSeconds !== undefined) {
    const host = signer.split('/')[0] ?? '';
    const isOwn = host === 'kubernetes.io' || host.endsWith('.kubernetes.io');
    const most = isOwn ? 86_400 : 7_862_400;
    if (maxExpirationSeconds < 3600 || maxExpirationSeconds > most)
      report.invalid(`${path}.maxExpirationSeconds`, maxExpirationSeconds, `must be between 3600 and ${most}`);
  }
  const files = (['credentialBundlePath', 'keyPath', 'certificateChainPath'] as const).filter(
    (field) => certificate[field],
  );
  for (const field of files) {
    validateNonReservedPath(certificate[field] ?? '', `${path}.${field}`, report);
    take(certificate[field] ?? '');
  }
  if (files.length === 0) report.required(path, 'it needs credentialBundlePath, keyPath or certificateChainPath');
}
