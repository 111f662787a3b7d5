import type { ManifestSet, SetObject } from '../kubernetes/set/manifest-set';
import { objectOf } from '../kubernetes/views/json';

/**
 * Tells whether a Service sends requests to pods that are not ready, and to those that are being deleted until they are
 * gone: `publishNotReadyAddresses` on one with a cluster IP. On a headless one it only lets peers find each other.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/endpoint-slices/#conditions
 */
export function sendsToUnready({ manifest }: SetObject): boolean {
  const { publishNotReadyAddresses, clusterIP, type } = objectOf(manifest.spec);
  return publishNotReadyAddresses === true && clusterIP !== 'None' && type !== 'ExternalName';
}

/** Name of the Service that sends to pods of a workload whether they are ready or not; undefined where none does. */
export function unreadySenderOf(set: ManifestSet, object: SetObject): string | undefined {
  return set.servicesOf(object).find(sendsToUnready)?.ref.name ?? undefined;
}
