import type { VersionPlan } from '../plan';
import type { Millis } from './clock';

/** Which version of the workload a pod runs. */
export type Version = 'before' | 'after';

/** One pod and what happened to it; moments are undefined until they come. */
export interface Pod {
  readonly id: number;
  readonly name: string;
  readonly version: Version;
  readonly plan: VersionPlan;
  readonly createdAt: Millis;
  /** Position in a StatefulSet, or the node of a DaemonSet's pod. */
  readonly ordinal: number;
  node: number | undefined;
  scheduledAt: Millis | undefined;
  /** When its containers run. */
  runsAt: Millis | undefined;
  /** From when on its process answers. */
  listensAt: Millis | undefined;
  ready: boolean;
  /** When Ready last changed. */
  readyChangedAt: Millis;
  /** When it was first Ready. */
  firstReadyAt: Millis | undefined;
  deletedAt: Millis | undefined;
  sigtermAt: Millis | undefined;
  closesAt: Millis | undefined;
  cutsAt: Millis | undefined;
  goneAt: Millis | undefined;
  restarts: number;
}

/** Tells whether a controller counts the pod: it exists and is not being deleted. */
export function isActive(pod: Pod): boolean {
  return pod.deletedAt === undefined;
}

/** Tells whether a pod counts as available: Ready for minReady at least. A deletion does not change the answer. */
export function isAvailable(pod: Pod, minReady: Millis, now: Millis): boolean {
  return pod.ready && (minReady === 0 || pod.readyChangedAt + minReady <= now);
}
