import { validateClaimTemplate } from '../claims/claim-spec';
import { amountOf } from '../quantities';
import type { Report } from '../report';
import type { Volume } from '../structure/generated/types';
import { PULL_POLICIES } from './container';
import { validateNoBacksteps } from './paths';
import { validateDownwardFile, validateProjected } from './projected';
import { validateId } from './security-context';
import {
  validateAwsDisk,
  validateAzureDisk,
  validateAzureFile,
  validateCinder,
  validateCsi,
  validateFc,
  validateFlex,
  validateFlocker,
  validateGceDisk,
  validateGitRepo,
  validateGlusterfs,
  validateIscsi,
  validateNfs,
  validateQuobyte,
  validateRbd,
  validateScaleIo,
  validateStorageOs,
} from './volume-drivers';
import { validateItems, validateMode } from './volume-files';

export type SourceName = Exclude<keyof Volume, 'name'>;
type SourceValidator = (volume: Volume, path: string, report: Report) => void;

/** Every source of a volume in the order in which the API server looks at them (core/validation validateVolumeSource). */
export const SOURCES: Readonly<Record<SourceName, SourceValidator>> = {
  emptyDir: ({ emptyDir = {} }, path, report) => {
    const { sizeLimit, mode } = emptyDir;
    if (sizeLimit !== undefined && amountOf(sizeLimit) < 0n)
      report.forbidden(`${path}.emptyDir.sizeLimit`, 'must not be negative');
    if (mode !== undefined && (mode < 0 || mode > 0o1777))
      report.invalid(`${path}.emptyDir.mode`, mode, 'must be between 0 and 01777 (octal)');
  },
  hostPath: ({ hostPath = {} }, path, report) => {
    const { path: file = '', type = '' } = hostPath;
    if (file === '') return report.required(`${path}.hostPath.path`);
    validateNoBacksteps(file, `${path}.hostPath.path`, report);
    report.oneOf(`${path}.hostPath.type`, type, HOST_PATH_TYPES);
  },
  gitRepo: (volume, path, report) => validateGitRepo(volume.gitRepo ?? {}, `${path}.gitRepo`, report),
  gcePersistentDisk: (volume, path, report) =>
    validateGceDisk(volume.gcePersistentDisk ?? {}, `${path}.persistentDisk`, report),
  awsElasticBlockStore: (volume, path, report) =>
    validateAwsDisk(volume.awsElasticBlockStore ?? {}, `${path}.awsElasticBlockStore`, report),
  secret: ({ secret = {} }, path, report) => {
    if ((secret.secretName ?? '') === '') report.required(`${path}.secret.secretName`);
    validateMode(secret.defaultMode, `${path}.secret.defaultMode`, report);
    validateId(secret.defaultUser, `${path}.secret.defaultUser`, report);
    validateItems(secret.items ?? [], `${path}.secret.items`, report);
  },
  nfs: (volume, path, report) => validateNfs(volume.nfs ?? {}, `${path}.nfs`, report),
  iscsi: (volume, path, report) => validateIscsi(volume.iscsi ?? {}, `${path}.iscsi`, report),
  glusterfs: (volume, path, report) => validateGlusterfs(volume.glusterfs ?? {}, `${path}.glusterfs`, report),
  flocker: (volume, path, report) => validateFlocker(volume.flocker ?? {}, `${path}.flocker`, report),
  persistentVolumeClaim: ({ persistentVolumeClaim = {} }, path, report) => {
    if ((persistentVolumeClaim.claimName ?? '') === '') report.required(`${path}.persistentVolumeClaim.claimName`);
  },
  rbd: (volume, path, report) => validateRbd(volume.rbd ?? {}, `${path}.rbd`, report),
  cinder: (volume, path, report) => validateCinder(volume.cinder ?? {}, `${path}.cinder`, report),
  cephfs: ({ cephfs = {} }, path, report) => {
    if ((cephfs.monitors ?? []).length === 0) report.required(`${path}.cephfs.monitors`);
  },
  quobyte: (volume, path, report) => validateQuobyte(volume.quobyte ?? {}, `${path}.quobyte`, report),
  downwardAPI: ({ downwardAPI = {} }, path, report) => {
    validateMode(downwardAPI.defaultMode, `${path}.downwardAPI.defaultMode`, report);
    validateId(downwardAPI.defaultUser, `${path}.downwardAPI.defaultUser`, report);
    for (const file of downwardAPI.items ?? []) validateDownwardFile(file, `${path}.downwardAPI`, report);
  },
  fc: (volume, path, report) => validateFc(volume.fc ?? {}, `${path}.fc`, report),
  flexVolume: (volume, path, report) => validateFlex(volume.flexVolume ?? {}, `${path}.flexVolume`, report),
  configMap: ({ configMap = {} }, path, report) => {
    if ((configMap.name ?? '') === '') report.required(`${path}.configMap.name`);
    validateMode(configMap.defaultMode, `${path}.configMap.defaultMode`, report);
    validateId(configMap.defaultUser, `${path}.configMap.defaultUser`, report);
    validateItems(configMap.items ?? [], `${path}.configMap.items`, report);
  },
  azureFile: (volume, path, report) => validateAzureFile(volume.azureFile ?? {}, `${path}.azureFile`, report),
  vsphereVolume: ({ vsphereVolume = {} }, path, report) => {
    if ((vsphereVolume.volumePath ?? '') === '') report.required(`${path}.vsphereVolume.volumePath`);
  },
  photonPersistentDisk: ({ photonPersistentDisk = {} }, path, report) => {
    if ((photonPersistentDisk.pdID ?? '') === '') report.required(`${path}.photonPersistentDisk.pdID`);
  },
  portworxVolume: ({ portworxVolume = {} }, path, report) => {
    if ((portworxVolume.volumeID ?? '') === '') report.required(`${path}.portworxVolume.volumeID`);
  },
  azureDisk: (volume, path, report) => validateAzureDisk(volume.azureDisk ?? {}, `${path}.azureDisk`, report),
  storageos: (volume, path, report) => validateStorageOs(volume.storageos ?? {}, `${path}.storageos`, report),
  projected: ({ projected = {} }, path, report) => {
    validateMode(projected.defaultMode, `${path}.projected.defaultMode`, report);
    validateId(projected.defaultUser, `${path}.projected.defaultUser`, report);
    validateProjected(projected, `${path}.projected`, report);
  },
  scaleIO: (volume, path, report) => validateScaleIo(volume.scaleIO ?? {}, `${path}.scaleIO`, report),
  csi: (volume, path, report) => validateCsi(volume.csi ?? {}, `${path}.csi`, report),
  ephemeral: ({ ephemeral = {} }, path, report) => {
    const at = `${path}.ephemeral.volumeClaimTemplate`;
    if (ephemeral.volumeClaimTemplate === undefined) report.required(at);
    else validateClaimTemplate(ephemeral.volumeClaimTemplate, at, report);
  },
  image: ({ image = {} }, path, report) => {
    report.oneOf(`${path}.image.pullPolicy`, image.pullPolicy, PULL_POLICIES);
  },
};

const HOST_PATH_TYPES = [
  '',
  'BlockDevice',
  'CharDevice',
  'Directory',
  'DirectoryOrCreate',
  'File',
  'FileOrCreate',
  'Socket',
];
