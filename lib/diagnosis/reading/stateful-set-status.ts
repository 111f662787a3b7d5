import { integerOf, objectOf } from '../../kubernetes/views/json';
import type { ObservedObject } from '../evidence/observed-object';
import { describe, get } from '../telling/command';
import type { Match } from '../telling/match';

export const STATEFUL_SET_PAGES = [
  'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#forced-rollback',
];

/** The numbers of a StatefulSet; absent ones are 0, desired replicas default to 1. */
export function statefulNumbers({ spec, status }: ObservedObject) {
  const number = (value: unknown) => integerOf(value) ?? 0;
  const strategy = objectOf(spec.updateStrategy);
  const desired = integerOf(spec.replicas) ?? 1;
  const revision = status.currentRevision;
  return {
    desired,
    there: number(status.replicas),
    ready: number(status.readyReplicas),
    updated: number(status.updatedReplicas),
    current: integerOf(status.currentReplicas),
    isOnDelete: strategy.type === 'OnDelete',
    partition: number(objectOf(strategy.rollingUpdate).partition),
    isUpdating: revision !== undefined && status.updateRevision !== undefined && revision !== status.updateRevision,
  };
}

/** All pods are there and ready, and those that the update strategy lets go are updated. */
export function isSettled(subject: ObservedObject): boolean {
  const { desired, there, ready, updated, current, isOnDelete, partition, isUpdating } = statefulNumbers(subject);
  if (subject.isStale || there > desired || ready < desired) return false;
  // Each pod is of the one revision or of the other; one that is of neither is still to come.
  if (current !== undefined && current + updated < desired) return false;
  return !isUpdating || isOnDelete || updated >= desired - partition;
}

/** What every diagnosis of a StatefulSet shows. */
export function statefulProof(subject: ObservedObject): Required<Pick<Match, 'proof' | 'command' | 'more'>> {
  const { desired, there, ready, updated } = statefulNumbers(subject);
  return {
    proof: [`replicas: ${desired} desired, ${there} there, ${ready} ready, ${updated} updated`],
    command: get(subject.ref.namespace, 'pods', null, '-o', 'wide'),
    more: [describe(subject.ref)],
  };
}
