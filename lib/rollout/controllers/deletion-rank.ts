import type { Millis } from '../engine/clock';
import type { Pod } from '../engine/pod';

/** Ages are compared by their power of two, so that pods of about one age are taken in no particular order. */
function ageRank(since: Millis, now: Millis): number {
  return Math.floor(Math.log2(Math.max(1, (now - since) * 1e6)));
}

/**
 * Orders pods as a ReplicaSet deletes them: without a node, not running, not ready, sharing a node with more of its kind,
 * ready for less long, restarted more often, younger.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/v1.34.0/pkg/controller/controller_utils.go ActivePodsWithRanks
 */
export function rankForDeletion(pods: readonly Pod[], now: Millis): readonly Pod[] {
  const onNode = new Map<number, number>();
  for (const { node } of pods) if (node !== undefined) onNode.set(node, (onNode.get(node) ?? 0) + 1);
  const rank = (pod: Pod): readonly number[] => [
    pod.node === undefined ? 0 : 1,
    pod.runsAt === undefined ? 0 : 1,
    pod.ready ? 1 : 0,
    -(pod.node === undefined ? 0 : (onNode.get(pod.node) ?? 0)),
    pod.ready ? ageRank(pod.readyChangedAt, now) : 0,
    -pod.restarts,
    ageRank(pod.createdAt, now),
    pod.id,
  ];
  return pods
    .map((pod) => ({ pod, rank: rank(pod) }))
    .sort((one, other) => compare(one.rank, other.rank))
    .map(({ pod }) => pod);
}

function compare(one: readonly number[], other: readonly number[]): number {
  for (let index = 0; index < one.length; index++) {
    const difference = (one[index] as number) - (other[index] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}
