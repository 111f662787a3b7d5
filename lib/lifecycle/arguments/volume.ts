import type { IVolume } from '../values/volume';
import { isObject } from './collections';
import { type Kind, mismatchOf } from './kind';
import { shownType } from './shown';

const GIVE = "Volume.emptyDir('cache'), or another of its kinds";

/** A volume of ours, or one that a cdk8s-plus of any version made: all of them have a name and hand themselves out. */
export const VOLUME: Kind<IVolume> = {
  type: 'IVolume',
  give: GIVE,
  problems: (value, at) => {
    const isOne = isObject(value) && typeof value.name === 'string' && typeof value.asVolume === 'function';
    return isOne ? [] : [mismatchOf(at, shownType(value), 'a Volume', `write ${GIVE}`)];
  },
};
