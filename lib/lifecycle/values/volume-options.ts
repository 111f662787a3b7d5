import { map } from '../arguments/collections';
import { flag, quantity, text, wholeNumber } from '../arguments/scalars';
import { struct } from '../arguments/struct';

/** Options of a volume that holds the keys of a ConfigMap or Secret as files. */
export interface FilesVolumeOptions {
  /**
   * Name of the volume, unique in the pod.
   * @default - 'configmap-' or 'secret-' and the name of the object
   */
  readonly name?: string;
  /**
   * Keys that become files, each with its path below the mount; others are left out.
   * @default - every key, under its own name
   */
  readonly items?: { readonly [key: string]: string };
  /**
   * Mode of the files, such as `0o400`.
   * @default 0o644
   */
  readonly defaultMode?: number;
  /**
   * Whether the pod starts without the object.
   * @default false
   */
  readonly optional?: boolean;
}

/** Options of a volume that is empty at the start of the pod, and gone with it. */
export interface EmptyDirOptions {
  /**
   * Where it is kept: `Memory`, which counts against the memory limits of the containers, or the node's disk.
   * @default - the node's disk
   */
  readonly medium?: string;
  /**
   * Most that it may hold, such as `64Mi`; a pod that passes it is evicted.
   * @default - no limit
   */
  readonly sizeLimit?: string;
}

/** Options of a volume that a PersistentVolumeClaim gives. */
export interface PersistentVolumeClaimOptions {
  /**
   * Name of the volume, unique in the pod.
   * @default - 'pvc-' and the name of the claim
   */
  readonly name?: string;
  /**
   * Whether every mount of it is read-only.
   * @default false
   */
  readonly readOnly?: boolean;
}

/** Options of a volume that a CSI driver makes for the pod. */
export interface CsiOptions {
  /**
   * Type of the file system.
   * @default - the driver's
   */
  readonly fsType?: string;
  /**
   * Whether every mount of it is read-only.
   * @default false
   */
  readonly readOnly?: boolean;
  /**
   * Attributes of the volume, passed to the driver.
   * @default - nothing
   */
  readonly volumeAttributes?: { readonly [name: string]: string };
}

export const FILES_VOLUME_OPTIONS = struct<FilesVolumeOptions>('FilesVolumeOptions', {
  name: text(),
  items: map(text()),
  defaultMode: wholeNumber(),
  optional: flag(),
});

export const EMPTY_DIR_OPTIONS = struct<EmptyDirOptions>('EmptyDirOptions', {
  medium: text(),
  sizeLimit: quantity('1Gi'),
});

export const PERSISTENT_VOLUME_CLAIM_OPTIONS = struct<PersistentVolumeClaimOptions>('PersistentVolumeClaimOptions', {
  name: text(),
  readOnly: flag(),
});

export const CSI_OPTIONS = struct<CsiOptions>('CsiOptions', {
  fsType: text(),
  readOnly: flag(),
  volumeAttributes: map(text()),
});
