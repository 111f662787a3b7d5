import { showEvent } from '../../evidence/cluster-event';
import type { Evidence } from '../../evidence/evidence';
import type { ObservedObject } from '../../evidence/observed-object';
import { isUncreated } from '../../evidence/pod-view';
import { MINUTE } from '../../evidence/time';
import { createFailure } from '../../reading/create-failure';
import { isSettled, STATEFUL_SET_PAGES, statefulNumbers, statefulProof } from '../../reading/stateful-set-status';
import { inQuotes } from '../../telling/printable';
import { defineDiagnosis } from '../diagnosis';
import { yaml } from '../yaml';

/** A status that shows missing pods has no time in it: of an object younger than this, it is no trouble yet. */
const SETTLING = 10 * MINUTE;

/** A pod that waits for more than time: it crashes, or cannot start. */
function isBrokenPod({ pod }: ObservedObject, evidence: Evidence): boolean {
  if (pod === undefined) return false;
  const isFailing =
    pod.phase === 'Failed' ||
    pod.containers.some(
      (container) => container.restarts > 2 || (container.state.type === 'waiting' && !isUncreated(container)),
    );
  const age = evidence.since(pod.created);
  const isUnplaced = pod.nodeName === undefined && age !== undefined && age > SETTLING;
  return isFailing || isUnplaced;
}

export const STATEFUL_SET_STUCK = defineDiagnosis({
  id: 'StatefulSetStuck',
  topic: 'workloads',
  kinds: ['StatefulSet'],
  outcome: 'failed',
  role: 'symptom',
  patience: { seconds: 10 },
  title: 'The StatefulSet is waiting for a pod that does not become ready',
  why: 'With OrderedReady, each pod waits for the one before it. A broken update stops at its first pod, and fixing the template does not replace that pod as long as it was never ready.',
  fix: 'Find out why the pod is not ready; after fixing the template, delete the broken pod by hand.',
  see: STATEFUL_SET_PAGES,
  evidence: yaml`
    apiVersion: apps/v1
    kind: StatefulSet
    metadata: { name: db, namespace: shop, generation: 1, creationTimestamp: '2026-08-01T10:00:00Z' }
    spec: { replicas: 3, serviceName: db }
    status: { observedGeneration: 1, replicas: 1, currentReplicas: 1, updatedReplicas: 1, currentRevision: db-1, updateRevision: db-1 }
  `,
  now: '2026-09-01T10:00:00Z',
  match(subject, evidence) {
    if (subject.isStale || isSettled(subject)) return undefined;
    const { desired, there, ready, isUpdating } = statefulNumbers(subject);
    const event = there < desired ? evidence.event(subject, { reason: 'FailedCreate' }) : undefined;
    const age = evidence.since(subject.created);
    const isOld = age !== undefined && age > SETTLING;
    const isBroken = evidence.ownedOf(subject).some((pod) => isBrokenPod(pod, evidence));
    const isShort = isOld && !isUpdating && there <= desired && (ready === 0 || there === desired);
    const isDown = isOld && ready === 0 && there > 0;
    if (event === undefined && !isBroken && !isShort && !isDown) return undefined;
    const failure = event === undefined ? undefined : createFailure(event.message);
    return {
      ...statefulProof(subject),
      cause: `StatefulSet ${inQuotes(subject.ref.name)} has ${ready} of ${desired} replicas ready${failure === undefined ? ', and is waiting for the next one to become ready' : `: ${failure.says}`}`,
      ...(event === undefined ? {} : { proof: [showEvent(event), ...statefulProof(subject).proof] }),
      ...(failure?.field === undefined ? {} : { field: failure.field }),
      sameAs: failure?.says ?? 'stuck',
    };
  },
});
