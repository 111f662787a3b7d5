import { conditionIn, type StatusCondition } from '../evidence/condition';
import type { PodView } from '../evidence/pod-view';

export const proofOf = (pod: PodView) => [`status.reason ${pod.reason}${pod.message === '' ? '' : `: ${pod.message}`}`];

const isOver = (pod: PodView) =>
  pod.phase === 'Failed' || pod.phase === 'Unknown' || pod.phase === '' || pod.deletionDue !== undefined;

/** The pod's DisruptionTarget condition, with its reason. */
export function disruption(pod: PodView, ...reasons: readonly string[]): StatusCondition | undefined {
  const condition = conditionIn(pod.conditions, 'DisruptionTarget', 'True');
  return condition !== undefined && reasons.includes(condition.reason) && isOver(pod) ? condition : undefined;
}
