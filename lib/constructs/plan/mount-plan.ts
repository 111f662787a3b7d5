import { isDeepStrictEqual } from 'node:util';
import type { IVolume } from '../../lifecycle/values/volume';
import type { Fields } from '../fields';
import type { VolumeMount } from '../volume-mount';

/** A mount as the container has it, and the volume behind it as the pod has it; a claim brings its own. */
export interface MountPlan {
  readonly mount: Fields;
  readonly volume?: Fields;
}

/** @throws if the volume is neither ours nor one of cdk8s-plus */
export function planMount({ path, volume, readOnly, subPath, subPathExpr, propagation }: VolumeMount): MountPlan {
  const { name, _source: source }: Partial<IVolume> & { readonly _source?: object } = volume.asVolume();
  if (source === undefined) {
    throw new Error(
      `the volume that is mounted at '${path}' was made neither by Volume nor by cdk8s-plus: make it with Volume.of`,
    );
  }
  return {
    volume: { name, ...source },
    mount: { name, mountPath: path, readOnly, subPath, subPathExpr, mountPropagation: propagation },
  };
}

/** Each item once. */
export function distinct<T>(items: readonly T[]): readonly T[] {
  return items.filter((item, index) => items.findIndex((other) => isDeepStrictEqual(other, item)) === index);
}
