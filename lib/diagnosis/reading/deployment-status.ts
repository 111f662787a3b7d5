import { integerOf } from '../../kubernetes/views/json';
import { conditionIn, type StatusCondition, showCondition } from '../evidence/condition';
import type { ObservedObject } from '../evidence/observed-object';
import { describe, get } from '../telling/command';
import type { Match } from '../telling/match';

export const DEPLOYMENT_PAGES = [
  'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#deployment-status',
];

/** The numbers of a rollout; absent ones are 0, desired replicas default to 1. */
export function rolloutNumbers({ spec, status }: ObservedObject) {
  const number = (value: unknown) => integerOf(value) ?? 0;
  return {
    desired: integerOf(spec.replicas) ?? 1,
    total: number(status.replicas),
    updated: number(status.updatedReplicas),
    ready: number(status.readyReplicas),
    available: number(status.availableReplicas),
    unavailable: number(status.unavailableReplicas),
  };
}

export const progressingOf = ({ conditions }: ObservedObject) => conditionIn(conditions, 'Progressing');
export const availableOf = ({ conditions }: ObservedObject) => conditionIn(conditions, 'Available');

/** What every diagnosis of a Deployment shows: its conditions and numbers, and how to look at its pods. */
export function deploymentProof(
  subject: ObservedObject,
  ...conditions: ReadonlyArray<StatusCondition | undefined>
): Pick<Match, 'proof' | 'command' | 'more'> {
  const { desired, total, updated, ready, available } = rolloutNumbers(subject);
  return {
    proof: [
      ...conditions.flatMap((condition) => (condition === undefined ? [] : [showCondition(condition)])),
      `replicas: ${desired} desired, ${total} there, ${updated} of the new template, ${ready} ready, ${available} available`,
    ],
    command: get(subject.ref.namespace, 'pods,replicasets', null, '-o', 'wide'),
    more: [describe(subject.ref)],
  };
}
