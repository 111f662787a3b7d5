import { integerOf, objectOf } from '../../kubernetes/views/json';
import type { ObservedObject } from '../evidence/observed-object';
import { describe, get } from '../telling/command';
import type { Match } from '../telling/match';

export const DAEMON_SET_PAGES = ['https://kubernetes.io/docs/concepts/workloads/controllers/daemonset/'];

/** The numbers of a DaemonSet, in nodes; absent ones are 0. */
export function daemonNumbers({ spec, status }: ObservedObject) {
  const number = (value: unknown) => integerOf(value) ?? 0;
  const desired = number(status.desiredNumberScheduled);
  const isOnDelete = objectOf(spec.updateStrategy).type === 'OnDelete';
  return {
    isKnown: status.desiredNumberScheduled !== undefined,
    desired,
    scheduled: number(status.currentNumberScheduled),
    // Without the number, nothing shows an update.
    updated: isOnDelete
      ? desired
      : (integerOf(status.updatedNumberScheduled) ?? (status.numberReady === undefined ? 0 : desired)),
    ready: number(status.numberReady),
    available: integerOf(status.numberAvailable) ?? number(status.numberReady) - number(status.numberUnavailable),
  };
}

/** Each node that should have a pod has one that is ready and of the newest template. */
export function isOnAllNodes(subject: ObservedObject): boolean {
  const { isKnown, desired, scheduled, updated, ready, available } = daemonNumbers(subject);
  return (
    !subject.isStale &&
    isKnown &&
    updated >= desired &&
    ready >= desired &&
    (desired === 0 || available >= desired) &&
    (scheduled >= desired || ready >= desired)
  );
}

/** What every diagnosis of a DaemonSet shows. */
export function daemonProof(subject: ObservedObject): Pick<Match, 'proof' | 'command' | 'more'> {
  const { desired, scheduled, updated, ready, available } = daemonNumbers(subject);
  return {
    proof: [
      `nodes: ${desired} desired, ${scheduled} have a pod, ${updated} an updated one, ${ready} ready, ${available} available`,
    ],
    command: get(subject.ref.namespace, 'pods', null, '-o', 'wide'),
    more: [describe(subject.ref)],
  };
}
