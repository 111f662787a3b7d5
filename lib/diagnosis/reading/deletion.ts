import { objectOf } from '../../kubernetes/views/json';
import type { ObservedObject } from '../evidence/observed-object';

export const DELETION_PAGES = [
  'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination',
  'https://kubernetes.io/docs/concepts/overview/working-with-objects/finalizers/',
];

/** What can be deleted besides pods and claims, and is looked at. */
export const WORKLOADS_AND_SERVICE = [
  'Job',
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
  'CronJob',
  'Service',
];

/** The deletion time of an object, which has the grace period in it already, as one line of proof. */
export function deletionProof({ manifest }: ObservedObject): string {
  return `deletionTimestamp ${String(objectOf(manifest.metadata).deletionTimestamp)}`;
}
