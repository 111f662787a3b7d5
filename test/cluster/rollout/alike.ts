import type { Count } from './script-log';

/** Two steps closer than this may be one decision, or two. */
const TOGETHER_MS = 1000;

/**
 * Tells whether two runs decided the same, one step after the other.
 *
 * A controller may write once what another writes in two goes, and a watch may miss what stood for a moment. So a step of
 * one run may be several steps of the other, where these lead from its one end to its other without a detour (no count
 * leaves the range between the two), and nothing came between them that a controller could have waited for: no cause, or
 * less than a second. A step to anywhere else, one too many or too few, or two steps in the other order, is a difference.
 *
 * @param causes the moments at which a controller had something new to decide on: a pod was ready, available or gone
 */
export function areAlike(one: readonly Count[], other: readonly Count[], causes: readonly number[]): boolean {
  const [left, right] = [distinct(one), distinct(other)];
  const isSame = (i: number, j: number) => areEqual(left[i], right[j]);
  if (!isSame(0, 0)) return false;
  // All pairs of states that both runs can have reached together.
  const reached: Array<readonly [number, number]> = [[0, 0]];
  const known = new Set(['0/0']);
  for (const [i, j] of reached) {
    if (i === left.length - 1 && j === right.length - 1) return true;
    const next: Array<readonly [number, number]> = [];
    for (let k = i + 1; k < left.length; k++) if (isOneStep(left.slice(i, k + 1), causes)) next.push([k, j + 1]);
    for (let k = j + 1; k < right.length; k++) if (isOneStep(right.slice(j, k + 1), causes)) next.push([i + 1, k]);
    for (const [k, m] of next) {
      if (!isSame(k, m) || known.has(`${k}/${m}`)) continue;
      known.add(`${k}/${m}`);
      reached.push([k, m]);
    }
  }
  return false;
}

/** `3/0 3/1 4/1`: `new/old` after each step. */
export function textOf(counts: readonly Count[]): string {
  return distinct(counts)
    .map(({ after, before }) => `${after}/${before}`)
    .join(' ');
}

/** Tells whether these states, the one before the first step among them, can be one step. */
function isOneStep(states: readonly Count[], causes: readonly number[]): boolean {
  const [from, first] = states;
  const to = states.at(-1);
  if (from === undefined || first === undefined || to === undefined) return false;
  const isOnTheWay = states.every(
    ({ after, before }) => isBetween(after, from.after, to.after) && isBetween(before, from.before, to.before),
  );
  const isTogether = to.at - first.at < TOGETHER_MS || !causes.some((moment) => first.at < moment && moment <= to.at);
  return isOnTheWay && isTogether;
}

function isBetween(value: number, one: number, other: number): boolean {
  return Math.min(one, other) <= value && value <= Math.max(one, other);
}

function distinct(counts: readonly Count[]): readonly Count[] {
  return counts.filter((count, index) => !areEqual(count, counts[index - 1]));
}

function areEqual(one: Count | undefined, other: Count | undefined): boolean {
  return one?.after === other?.after && one?.before === other?.before;
}
