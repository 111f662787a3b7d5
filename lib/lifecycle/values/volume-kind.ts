import { isPlainObject } from '../arguments/collections';
import { type ArgumentKind, mismatchOf } from '../arguments/kind';
import { shownType } from '../arguments/shown';
import type { IVolume } from './volume';

const GIVE = "Volume.emptyDir('cache'), or another of its kinds";

/** A volume of ours, or one that a cdk8s-plus of any version made: all of them have a name and hand themselves out. */
export const VOLUME: ArgumentKind<IVolume> = {
  type: 'IVolume',
  give: GIVE,
  problems: (value, at) => {
    const isOne = isPlainObject(value) && typeof value.name === 'string' && typeof value.asVolume === 'function';
    return isOne ? [] : [mismatchOf(at, shownType(value), 'a Volume', `write ${GIVE}`)];
  },
};
