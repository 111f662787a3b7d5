import { integerOf, objectOf } from '../../kubernetes/json';
import type { ObservedObject } from '../evidence/observed-object';
import { MINUTE } from '../evidence/time';
import { describe, get } from '../telling/command';
import type { Match } from '../telling/match';
import { quoted } from '../telling/printable';
import { type Diagnosis, defineDiagnosis } from './diagnosis';

const SEE = ['https://kubernetes.io/docs/concepts/workloads/controllers/daemonset/'];
const KINDS = ['DaemonSet'];

function numbersOf({ spec, status }: ObservedObject) {
  const number = (value: unknown) => integerOf(value) ?? 0;
  const desired = number(status.desiredNumberScheduled);
  const isOnDelete = objectOf(spec.updateStrategy).type === 'OnDelete';
  return {
    isKnown: status.desiredNumberScheduled !== undefined,
    desired,
    scheduled: number(status.currentNumberScheduled),
    // Where the number is missing, nothing tells of an update.
    updated: isOnDelete
      ? desired
      : (integerOf(status.updatedNumberScheduled) ?? (status.numberReady === undefined ? 0 : desired)),
    ready: number(status.numberReady),
    available: integerOf(status.numberAvailable) ?? number(status.numberReady) - number(status.numberUnavailable),
  };
}

const isComplete = (subject: ObservedObject) => {
  const { isKnown, desired, scheduled, updated, ready, available } = numbersOf(subject);
  return (
    !subject.isStale &&
    isKnown &&
    updated >= desired &&
    ready >= desired &&
    (desired === 0 || available >= desired) &&
    (scheduled >= desired || ready >= desired)
  );
};

function base(subject: ObservedObject): Pick<Match, 'proof' | 'command' | 'more'> {
  const { desired, scheduled, updated, ready, available } = numbersOf(subject);
  return {
    proof: [
      `nodes: ${desired} desired, ${scheduled} have a pod, ${updated} an updated one, ${ready} ready, ${available} available`,
    ],
    command: get(subject.ref.namespace, 'pods', null, '-o', 'wide'),
    more: [describe(subject.ref)],
  };
}

const example = (status: string) => `apiVersion: apps/v1
kind: DaemonSet
metadata: { name: agent, namespace: shop, generation: 1 }
spec: { updateStrategy: { type: RollingUpdate } }
status: { observedGeneration: 1, ${status} }
`;

/** DaemonSets. */
export const DAEMON_SET_DIAGNOSES: readonly Diagnosis[] = [
  defineDiagnosis({
    id: 'DaemonSetUnavailable',
    kinds: KINDS,
    outcome: 'failed',
    severity: 'error',
    title: 'The DaemonSet lacks a ready pod on some nodes',
    why: 'All pods are of the newest template, and still some are not ready: what they do for their node is not done.',
    fix: 'Look at the pods that are not ready, and at their nodes.',
    see: SEE,
    evidence: example(
      'desiredNumberScheduled: 3, currentNumberScheduled: 3, updatedNumberScheduled: 3, numberReady: 2, numberAvailable: 2, numberUnavailable: 1',
    ),
    match(subject, evidence) {
      const { isKnown, desired, updated, ready, available } = numbersOf(subject);
      const age = evidence.since(subject.created);
      const isNew = age !== undefined && age < 10 * MINUTE;
      if (subject.isStale || !isKnown || isNew || isComplete(subject)) return undefined;
      if (updated < desired && ready > 0) return undefined;
      return {
        ...base(subject),
        cause: `DaemonSet ${quoted(subject.ref.name)} has a ready pod on ${Math.min(ready, available)} of ${desired} nodes`,
        ...(ready > 0 ? { severity: 'warning' as const } : {}),
        sameAs: 'unavailable',
      };
    },
  }),
  defineDiagnosis({
    id: 'DaemonSetProgressing',
    kinds: KINDS,
    outcome: 'waiting',
    severity: 'info',
    title: 'The DaemonSet is being rolled out',
    why: 'Its pods are replaced node by node.',
    fix: 'Wait; where it lasts, look at the pod that is not ready: an update stops at maxUnavailable pods that are not.',
    see: SEE,
    evidence: example(
      'desiredNumberScheduled: 3, currentNumberScheduled: 3, updatedNumberScheduled: 1, numberReady: 2, numberAvailable: 2, numberUnavailable: 1',
    ),
    match(subject) {
      if (isComplete(subject)) return undefined;
      const { desired, updated } = numbersOf(subject);
      return {
        ...base(subject),
        cause: `DaemonSet ${quoted(subject.ref.name)} is rolling out: ${subject.isStale ? 'its controller has not seen the newest spec yet' : `${updated} of ${desired} nodes have an updated pod`}`,
        sameAs: 'progressing',
      };
    },
  }),
  defineDiagnosis({
    id: 'DaemonSetHealthy',
    kinds: KINDS,
    outcome: 'ok',
    severity: 'info',
    title: 'The DaemonSet has a ready pod on each of its nodes',
    why: 'All pods are ready and of the newest template.',
    fix: 'Nothing.',
    see: SEE,
    evidence: example(
      'desiredNumberScheduled: 3, currentNumberScheduled: 3, updatedNumberScheduled: 3, numberReady: 3, numberAvailable: 3',
    ),
    match: (subject) => ({
      ...base(subject),
      cause: `DaemonSet ${quoted(subject.ref.name)} has a ready pod on ${numbersOf(subject).ready} of ${numbersOf(subject).desired} nodes`,
      sameAs: 'healthy',
    }),
  }),
];
