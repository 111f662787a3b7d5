import type { IVolume } from '../lifecycle/values/volume';

/** A volume, and where a container sees it. A VolumeMount of cdk8s-plus is one as well. */
export interface VolumeMount {
  /** Absolute path in the container. */
  readonly path: string;
  /** The volume. The pod gets it with the mount. */
  readonly volume: IVolume;
  /**
   * Whether the container may only read.
   * @default false
   */
  readonly readOnly?: boolean;
  /**
   * Path within the volume that is mounted.
   * @default - its root
   */
  readonly subPath?: string;
  /**
   * The same with environment variables of the container in it: `$(POD_NAME)`.
   * @default - its root
   */
  readonly subPathExpr?: string;
  /**
   * How mounts are passed on between node and container: `None`, `HostToContainer` or `Bidirectional`.
   * @default 'None'
   */
  readonly propagation?: string;
}
