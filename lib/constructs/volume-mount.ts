import { isDeepStrictEqual } from 'node:util';
import * as kplus from 'cdk8s-plus-28';
import type { IVolume } from '../lifecycle/values/volume';
import type { JsonRecord } from './synth/final-json';
import { isRecord } from './synth/merge';

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

/** A mount as the container has it, and the volume behind it as the pod has it. */
export interface MountJson {
  readonly mount: JsonRecord;
  readonly volume: JsonRecord;
}

/** @throws if the volume is neither ours nor one of cdk8s-plus */
export function mountJson({ path, volume, readOnly, subPath, subPathExpr, propagation }: VolumeMount): MountJson {
  const json = volumeJson(volume);
  if (json === undefined) {
    throw new Error(
      `the volume that is mounted at '${path}' was made neither by Volume nor by cdk8s-plus: make it with Volume.of`,
    );
  }
  return {
    volume: json,
    mount: { name: json.name, mountPath: path, readOnly, subPath, subPathExpr, mountPropagation: propagation },
  };
}

/** Puts items in front of a list that may not be there; what is in both stands once. */
export function withFirst(items: readonly JsonRecord[], list: unknown): unknown[] | undefined {
  const all = [...items, ...(Array.isArray(list) ? list : [])];
  const distinct = all.filter((item, index) => all.findIndex((other) => isDeepStrictEqual(other, item)) === index);
  return distinct.length === 0 ? undefined : distinct;
}

// Every cdk8s-plus renders its volumes with this method, internal by name; the names of the fields are the same in all.
type Foreign = { _toKube?(): kplus.k8s.Volume };

function volumeJson(given: IVolume): JsonRecord | undefined {
  const volume: Partial<IVolume> & Foreign & { readonly _source?: unknown } = given.asVolume();
  if (isRecord(volume._source)) return { name: volume.name, ...volume._source };
  return volume._toKube && kplus.k8s.toJson_Volume(volume._toKube());
}
