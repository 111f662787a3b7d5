import { dnsLabel, dnsSubdomain } from '../names';
import type { Report } from '../report';
import type {
  AWSElasticBlockStoreVolumeSource,
  AzureDiskVolumeSource,
  AzureFileVolumeSource,
  CinderVolumeSource,
  CSIVolumeSource,
  FCVolumeSource,
  FlexVolumeSource,
  FlockerVolumeSource,
  GCEPersistentDiskVolumeSource,
  GitRepoVolumeSource,
  GlusterfsVolumeSource,
  ISCSIVolumeSource,
  LocalObjectReference,
  NFSVolumeSource,
  QuobyteVolumeSource,
  RBDVolumeSource,
  ScaleIOVolumeSource,
  StorageOSVolumeSource,
} from '../structure/generated/types';
import { validateDescendingPath } from './paths';

// Source: the function of core/validation that is named after each.

function requireText(text: string | undefined, path: string, report: Report): void {
  if ((text ?? '') === '') report.required(path);
}

function validatePartition(partition = 0, path: string, report: Report): void {
  if (partition < 0 || partition > 255) report.invalid(path, partition, 'must be between 0 and 255');
}

function validateSecretRef(secretRef: LocalObjectReference | undefined, path: string, report: Report): void {
  if (secretRef !== undefined) requireText(secretRef.name, `${path}.secretRef.name`, report);
}

export function validateGitRepo(repo: GitRepoVolumeSource, path: string, report: Report): void {
  requireText(repo.repository, `${path}.repository`, report);
  validateDescendingPath(repo.directory ?? '', `${path}.directory`, report);
}

export function validateGceDisk(disk: GCEPersistentDiskVolumeSource, path: string, report: Report): void {
  requireText(disk.pdName, `${path}.pdName`, report);
  validatePartition(disk.partition, `${path}.partition`, report);
}

export function validateAwsDisk(disk: AWSElasticBlockStoreVolumeSource, path: string, report: Report): void {
  requireText(disk.volumeID, `${path}.volumeID`, report);
  validatePartition(disk.partition, `${path}.partition`, report);
}

export function validateNfs(nfs: NFSVolumeSource, path: string, report: Report): void {
  requireText(nfs.server, `${path}.server`, report);
  requireText(nfs.path, `${path}.path`, report);
  if (!(nfs.path ?? '').startsWith('/')) report.invalid(`${path}.path`, nfs.path ?? '', 'must be an absolute path');
}

const ISCSI_NAMES: ReadonlyArray<readonly [prefix: string, format: RegExp]> = [
  ['iqn', /iqn\.\d{4}-\d{2}\.([a-zA-Z0-9.-]+)(:[^,;*&$|\s]+)$/],
  ['eui', /^eui.[a-zA-Z0-9]{16}$/],
  ['naa', /^naa.[a-zA-Z0-9]{32}$/],
];

function validateIscsiName(name: string, path: string, report: Report): void {
  const format = ISCSI_NAMES.find(([prefix]) => name.startsWith(prefix))?.[1];
  if (format === undefined) report.invalid(path, name, 'must begin with iqn, eui or naa');
  else if (!format.test(name)) report.invalid(path, name, 'must be a full iqn, eui or naa name');
}

export function validateIscsi(iscsi: ISCSIVolumeSource, path: string, report: Report): void {
  requireText(iscsi.targetPortal, `${path}.targetPortal`, report);
  if ((iscsi.iqn ?? '') === '') report.required(`${path}.iqn`);
  else validateIscsiName(iscsi.iqn ?? '', `${path}.iqn`, report);
  validatePartition(iscsi.lun, `${path}.lun`, report);
  if ((iscsi.chapAuthDiscovery === true || iscsi.chapAuthSession === true) && iscsi.secretRef === undefined)
    report.required(`${path}.secretRef`, 'CHAP needs one');
  if (iscsi.initiatorName !== undefined) validateIscsiName(iscsi.initiatorName, `${path}.initiatorname`, report);
}

export function validateGlusterfs(glusterfs: GlusterfsVolumeSource, path: string, report: Report): void {
  requireText(glusterfs.endpoints, `${path}.endpoints`, report);
  requireText(glusterfs.path, `${path}.path`, report);
}

export function validateFlocker(
  { datasetName = '', datasetUUID = '' }: FlockerVolumeSource,
  path: string,
  report: Report,
): void {
  if (datasetName === '' && datasetUUID === '') report.required(path, 'it needs a datasetName or a datasetUUID');
  if (datasetName !== '' && datasetUUID !== '')
    report.invalid(path, datasetName, 'must not have both datasetName and datasetUUID');
  if (datasetName.includes('/')) report.invalid(`${path}.datasetName`, datasetName, 'must not contain "/"');
}

export function validateRbd(rbd: RBDVolumeSource, path: string, report: Report): void {
  if ((rbd.monitors ?? []).length === 0) report.required(`${path}.monitors`);
  requireText(rbd.image, `${path}.image`, report);
}

export function validateCinder(cinder: CinderVolumeSource, path: string, report: Report): void {
  requireText(cinder.volumeID, `${path}.volumeID`, report);
  validateSecretRef(cinder.secretRef, path, report);
}

/** Splits as Go's net.SplitHostPort does: a colon in the host needs brackets. */
const HOST_PORT = /^(?:\[[^[\]]*\]|[^:[\]]*):[^:[\]]*$/;

export function validateQuobyte(
  { registry = '', tenant = '', volume }: QuobyteVolumeSource,
  path: string,
  report: Report,
): void {
  if (registry === '') report.required(`${path}.registry`);
  else if (tenant.length >= 65) report.required(`${path}.tenant`, 'it must be a UUID of at most 64 characters');
  else {
    for (const pair of registry.split(',')) {
      if (!HOST_PORT.test(pair)) report.invalid(`${path}.registry`, registry, 'must be host:port pairs joined by ","');
    }
  }
  requireText(volume, `${path}.volume`, report);
}

export function validateFc({ targetWWNs = [], wwids = [], lun }: FCVolumeSource, path: string, report: Report): void {
  const at = `${path}.targetWWNs`;
  if (targetWWNs.length === 0 && wwids.length === 0) report.required(at, 'it needs targetWWNs or wwids');
  if (targetWWNs.length > 0 && wwids.length > 0) report.invalid(at, targetWWNs, 'must not be set beside wwids');
  if (targetWWNs.length === 0) return;
  if (lun === undefined) report.required(`${path}.lun`, 'targetWWNs need one');
  else validatePartition(lun, `${path}.lun`, report);
}

export function validateFlex(flex: FlexVolumeSource, path: string, report: Report): void {
  requireText(flex.driver, `${path}.driver`, report);
  for (const key of Object.keys(flex.options ?? {})) {
    const slash = key.indexOf('/');
    const domain = `.${(slash < 0 ? key : key.slice(0, slash)).toLowerCase()}`;
    if (domain.endsWith('.kubernetes.io') || domain.endsWith('.k8s.io'))
      report.invalid(`${path}.options[${key}]`, key, 'must not be of kubernetes.io or k8s.io');
  }
}

export function validateAzureFile(file: AzureFileVolumeSource, path: string, report: Report): void {
  requireText(file.secretName, `${path}.secretName`, report);
  requireText(file.shareName, `${path}.shareName`, report);
}

export function validateAzureDisk(disk: AzureDiskVolumeSource, path: string, report: Report): void {
  const { diskName, diskURI = '', cachingMode, kind } = disk;
  requireText(diskName, `${path}.diskName`, report);
  requireText(diskURI, `${path}.diskURI`, report);
  if (cachingMode !== undefined) report.oneOf(`${path}.cachingMode`, cachingMode, ['None', 'ReadOnly', 'ReadWrite']);
  if (kind === undefined) return;
  report.oneOf(`${path}.kind`, kind, ['Dedicated', 'Managed', 'Shared']);
  if (kind === 'Managed') {
    if (!diskURI.startsWith('/subscriptions/')) report.notSupported(`${path}.diskURI`, diskURI, ['/subscriptions/...']);
  } else if (!diskURI.startsWith('https://')) report.notSupported(`${path}.diskURI`, diskURI, ['https://...']);
}

export function validateStorageOs(storage: StorageOSVolumeSource, path: string, report: Report): void {
  const { volumeName = '', volumeNamespace = '' } = storage;
  if (volumeName === '') report.required(`${path}.volumeName`);
  else report.invalidFor(`${path}.volumeName`, volumeName, dnsLabel(volumeName));
  if (volumeNamespace !== '') report.invalidFor(`${path}.volumeNamespace`, volumeNamespace, dnsLabel(volumeNamespace));
  validateSecretRef(storage.secretRef, path, report);
}

export function validateScaleIo(scaleIo: ScaleIOVolumeSource, path: string, report: Report): void {
  for (const field of ['gateway', 'system', 'volumeName'] as const)
    requireText(scaleIo[field], `${path}.${field}`, report);
}

/** The path of a Secret's name that is no name is `name`, without the reference. */
export function validateCsi(
  { driver = '', nodePublishSecretRef }: CSIVolumeSource,
  path: string,
  report: Report,
): void {
  const at = `${path}.driver`;
  if (driver === '') report.required(at);
  else {
    if (driver.length > 63) report.tooLong(at, '63 characters');
    report.invalidFor(at, driver, dnsSubdomain(driver.toLowerCase()));
  }
  if (nodePublishSecretRef === undefined) return;
  const { name = '' } = nodePublishSecretRef;
  if (name === '') report.required(`${path}.nodePublishSecretRef.name`);
  else report.invalidFor(`${path}.name`, name, dnsSubdomain(name));
}
