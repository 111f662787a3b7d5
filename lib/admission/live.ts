import { isObject, type JsonObject } from '../kubernetes/views/json';

/**
 * Tells whether an object was read from a cluster: then it has all that the cluster gave it, and what it does not have, the
 * cluster does not know either. Of a manifest neither is said.
 */
export function isLive(object: object | undefined): boolean {
  const metadata = (object as JsonObject | undefined)?.metadata;
  return isObject(metadata) && typeof metadata.uid === 'string' && metadata.uid !== '';
}
