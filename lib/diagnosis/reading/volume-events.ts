import { type JsonObject, objectOf } from '../../kubernetes/views/json';
import type { ClusterEvent } from '../evidence/cluster-event';
import type { Evidence } from '../evidence/evidence';
import { isUncreated, type PodView } from '../evidence/pod-view';
import { volumesOf } from './fields';

const FAILURES = [
  'FailedMount',
  'FailedMapVolume',
  'FailedAttachVolume',
  'FailedCreatePodSandBox',
  'FailedPodSandBoxStatus',
  'NetworkNotReady',
  'FailedPrepareDynamicResources',
  'FailedSync',
];
const LATER = ['Pulling', 'Pulled', 'Created', 'Started'];

/** The failure that keeps a pod's containers from being created; undefined where a later event shows that it is over. */
export function creationFailure(pod: PodView, evidence: Evidence): ClusterEvent | undefined {
  const isCreating = pod.containers.some((container) => container.state.type === 'unknown' || isUncreated(container));
  if (!isCreating && pod.containers.length > 0) return undefined;
  if (pod.phase === 'Succeeded' || pod.phase === 'Failed') return undefined;
  const all = evidence.eventsOf(pod).filter(({ reason }) => FAILURES.includes(reason));
  const newest = all[0];
  const over = evidence.event(pod, { reason: LATER });
  if (newest === undefined || (over !== undefined && over.time > newest.time)) return undefined;
  // A mount that times out waits for the attachment; and of two messages with one reason, the one that names a cause says more.
  const attach = all.find(({ reason }) => reason === 'FailedAttachVolume');
  const isTimeOut = newest.reason === 'FailedMount' && /timed out waiting|unattached|unmounted/i.test(newest.message);
  if (isTimeOut && attach !== undefined) return attach;
  return isTimeOut
    ? (all.find(
        ({ reason, message }) => reason === 'FailedMount' && /SetUp failed|not found|MountDevice/i.test(message),
      ) ?? newest)
    : newest;
}

/** The volume a message is about: `MountVolume.SetUp failed for volume "cfg"`, or a claim or PersistentVolume by name. */
export function volumeIn(pod: PodView, message: string): JsonObject | undefined {
  const name =
    /volume "([^"]+)"/.exec(message)?.[1] ?? /un(?:attached|mounted) volumes=\[([^\s\]]+)/.exec(message)?.[1];
  const volumes = volumesOf(pod);
  const named = volumes.find((volume) => volume.name === name);
  if (named !== undefined) return named;
  const claims = volumes.filter((volume) => volume.persistentVolumeClaim !== undefined);
  return (
    claims.find((volume) => message.includes(String(objectOf(volume.persistentVolumeClaim).claimName))) ?? claims[0]
  );
}
