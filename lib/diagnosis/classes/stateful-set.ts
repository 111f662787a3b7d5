import { integerOf, objectOf } from '../../kubernetes/json';
import { showEvent } from '../evidence/cluster-event';
import type { Evidence } from '../evidence/evidence';
import type { ObservedObject } from '../evidence/observed-object';
import { MINUTE } from '../evidence/time';
import { createFailure } from '../reading/create-failure';
import { describe, get } from '../telling/command';
import type { Match } from '../telling/match';
import { quoted } from '../telling/printable';
import { type Diagnosis, defineDiagnosis } from './diagnosis';

const SEE = ['https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#forced-rollback'];
const KINDS = ['StatefulSet'];
/** A status that shows missing pods has no time in it: of an object younger than this, it is no trouble yet. */
const SETTLING = 10 * MINUTE;

function numbersOf({ spec, status }: ObservedObject) {
  const number = (value: unknown) => integerOf(value) ?? 0;
  const strategy = objectOf(spec.updateStrategy);
  const desired = integerOf(spec.replicas) ?? 1;
  const revision = status.currentRevision;
  return {
    desired,
    there: number(status.replicas),
    ready: number(status.readyReplicas),
    updated: number(status.updatedReplicas),
    available: integerOf(status.availableReplicas),
    current: integerOf(status.currentReplicas),
    isOnDelete: strategy.type === 'OnDelete',
    partition: number(objectOf(strategy.rollingUpdate).partition),
    isUpdating: revision !== undefined && status.updateRevision !== undefined && revision !== status.updateRevision,
  };
}

/** All pods are there and ready, and those that the update strategy lets go are updated. */
function isSettled(subject: ObservedObject): boolean {
  const { desired, there, ready, updated, current, isOnDelete, partition, isUpdating } = numbersOf(subject);
  if (subject.isStale || there > desired || ready < desired) return false;
  // Each pod is of the one revision or of the other; one that is of neither is still to come.
  if (current !== undefined && current + updated < desired) return false;
  return !isUpdating || isOnDelete || updated >= desired - partition;
}

function base(subject: ObservedObject): Pick<Match, 'proof' | 'command' | 'more'> {
  const { desired, there, ready, updated } = numbersOf(subject);
  return {
    proof: [`replicas: ${desired} desired, ${there} there, ${ready} ready, ${updated} updated`],
    command: get(subject.ref.namespace, 'pods', null, '-o', 'wide'),
    more: [describe(subject.ref)],
  };
}

const example = (status: string) => `apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db, namespace: shop, generation: 1, creationTimestamp: '2026-08-01T10:00:00Z' }
spec: { replicas: 3, serviceName: db }
status: { observedGeneration: 1, ${status} }
`;

/** StatefulSets. */
export const STATEFUL_SET_DIAGNOSES: readonly Diagnosis[] = [
  defineDiagnosis({
    id: 'StatefulSetStuck',
    kinds: KINDS,
    outcome: 'failed',
    severity: 'error',
    title: 'The StatefulSet waits for a pod that does not become ready',
    why: 'With OrderedReady, each pod waits for the one before it. A broken update stops at its first pod, and a correction of the template does not replace that pod while it never was ready.',
    fix: 'Find out why the pod is not ready; after correcting the template, delete the broken pod by hand.',
    see: SEE,
    evidence: example(
      'replicas: 1, currentReplicas: 1, updatedReplicas: 1, currentRevision: db-1, updateRevision: db-1',
    ),
    now: '2026-09-01T10:00:00Z',
    match(subject, evidence) {
      if (subject.isStale || isSettled(subject)) return undefined;
      const { desired, there, ready, isUpdating } = numbersOf(subject);
      const event = there < desired ? evidence.event(subject, { reason: 'FailedCreate' }) : undefined;
      const age = evidence.since(subject.created);
      const isOld = age !== undefined && age > SETTLING;
      const isBroken = evidence.ownedOf(subject).some((pod) => isBrokenPod(pod, evidence));
      const isShort = isOld && !isUpdating && there <= desired && (ready === 0 || there === desired);
      const isDown = isOld && ready === 0 && there > 0;
      if (event === undefined && !isBroken && !isShort && !isDown) return undefined;
      const failure = event === undefined ? undefined : createFailure(event.message);
      return {
        ...base(subject),
        cause: `StatefulSet ${quoted(subject.ref.name)} has ${ready} of ${desired} replicas ready${failure === undefined ? ', and waits for the next one to become ready' : `: ${failure.says}`}`,
        ...(event === undefined ? {} : { proof: [showEvent(event), ...(base(subject).proof ?? [])] }),
        ...(failure?.field === undefined ? {} : { field: failure.field }),
        sameAs: failure?.says ?? 'stuck',
      };
    },
  }),
  defineDiagnosis({
    id: 'StatefulSetProgressing',
    kinds: KINDS,
    outcome: 'waiting',
    severity: 'info',
    title: 'The StatefulSet is being rolled out or scaled',
    why: 'Pods are made, replaced or removed one after the other, each after the one before it is ready.',
    fix: 'Wait; where it lasts, look at the pod that is not ready.',
    see: SEE,
    evidence: example('replicas: 3, readyReplicas: 2, currentReplicas: 2, currentRevision: db-1, updateRevision: db-2'),
    match(subject) {
      if (isSettled(subject)) return undefined;
      const { desired, ready, updated, isUpdating } = numbersOf(subject);
      return {
        ...base(subject),
        cause: `StatefulSet ${quoted(subject.ref.name)} is on its way: ${ready} of ${desired} replicas are ready${isUpdating ? `, ${updated} updated` : ''}`,
        sameAs: 'progressing',
      };
    },
  }),
  defineDiagnosis({
    id: 'StatefulSetHealthy',
    kinds: KINDS,
    outcome: 'ok',
    severity: 'info',
    title: 'The StatefulSet is complete and ready',
    why: 'All replicas are ready, and of the newest template as far as the update strategy lets them.',
    fix: 'Nothing.',
    see: SEE,
    evidence: example('replicas: 3, readyReplicas: 3, updatedReplicas: 3, currentRevision: db-1, updateRevision: db-1'),
    match: (subject) => ({
      ...base(subject),
      cause: `StatefulSet ${quoted(subject.ref.name)} has ${numbersOf(subject).ready} of ${numbersOf(subject).desired} replicas ready`,
      sameAs: 'healthy',
    }),
  }),
];

/** A pod that waits for more than time: it crashes, or cannot start. */
function isBrokenPod({ pod }: ObservedObject, evidence: Evidence): boolean {
  if (pod === undefined) return false;
  const isFailing =
    pod.phase === 'Failed' ||
    pod.containers.some(
      ({ state, restarts }) =>
        restarts > 2 ||
        (state.type === 'waiting' && !['', 'ContainerCreating', 'PodInitializing'].includes(state.reason)),
    );
  const age = evidence.since(pod.created);
  const isUnplaced = pod.nodeName === undefined && age !== undefined && age > SETTLING;
  return isFailing || isUnplaced;
}
