import type { Count } from './script-log';

/** Two steps closer than this may be one decision, or two. */
const TOGETHER_MS = 1000;

/**
 * Tells whether two runs decided the same, one step after the other.
 *
 * A controller may write once what another writes in two goes, and may make up at once for what it was slow to see. So one
 * step of a run, or several within a second, may be several steps of the other, where these lead from its one end to its
 * other without a detour (no count leaves the range between the two), and no pod became ready or went between them. A step
 * to anywhere else, one too many or too few, or two quick steps in the other order, is a difference.
 *
 * @param events the moments at which pods became ready or went, on the clock of both runs
 */
export function areAlike(one: readonly Count[], other: readonly Count[], events: readonly number[]): boolean {
  const [left, right] = [distinct(one), distinct(other)];
  // All pairs of states that both runs can have reached together, beginning with the first.
  const reached: Array<readonly [number, number]> = areEqual(left[0], right[0]) ? [[0, 0]] : [];
  const known = new Set<string>();
  for (const [i, j] of reached) {
    if (i === left.length - 1 && j === right.length - 1) return true;
    for (let k = i + 1; k < left.length; k++)
      for (let m = j + 1; m < right.length; m++) {
        const key = `${k}/${m}`;
        if (known.has(key) || !areEqual(left[k], right[m])) continue;
        if (!isOneStep(left.slice(i, k + 1), right.slice(j, m + 1), events)) continue;
        known.add(key);
        reached.push([k, m]);
      }
  }
  return false;
}

/**
 * Tells whether two runs stood alike right before each of these moments, at which the controllers were done: that is not
 * so where one of them did not wait for what the other did.
 */
export function stoodAlike(one: readonly Count[], other: readonly Count[], moments: readonly number[]): boolean {
  return moments.every((moment) => areEqual(stateBefore(one, moment), stateBefore(other, moment)));
}

function stateBefore(counts: readonly Count[], moment: number): Count | undefined {
  return counts.filter(({ at }) => at < moment).at(-1);
}

/** `3/0 3/1 4/1`: `new/old` after each step. */
export function textOf(counts: readonly Count[]): string {
  return distinct(counts)
    .map(({ after, before }) => `${after}/${before}`)
    .join(' ');
}

/** Tells whether these states of both runs, the one before the first step among them, can be the same step. */
function isOneStep(left: readonly Count[], right: readonly Count[], events: readonly number[]): boolean {
  const isSingle = left.length === 2 || right.length === 2;
  return (
    [left, right].every((states) => isDirect(states) && (isQuick(states) || !isParted(states, events))) &&
    (isSingle || isQuick(left) !== isQuick(right))
  );
}

function isDirect(states: readonly Count[]): boolean {
  const [from, to] = [states[0], states.at(-1)];
  return states.every(
    ({ after, before }) => isBetween(after, from?.after, to?.after) && isBetween(before, from?.before, to?.before),
  );
}

function isQuick(states: readonly Count[]): boolean {
  const [first, last] = endsOf(states);
  return last - first < TOGETHER_MS;
}

function isParted(states: readonly Count[], events: readonly number[]): boolean {
  const [first, last] = endsOf(states);
  return events.some((moment) => first < moment && moment <= last);
}

/** When the first and the last of these steps were made. */
function endsOf(states: readonly Count[]): readonly [number, number] {
  return [states[1]?.at ?? 0, states.at(-1)?.at ?? 0];
}

function isBetween(value: number, one = value, other = value): boolean {
  return Math.min(one, other) <= value && value <= Math.max(one, other);
}

function distinct(counts: readonly Count[]): readonly Count[] {
  return counts.filter((count, index) => !areEqual(count, counts[index - 1]));
}

function areEqual(one: Count | undefined, other: Count | undefined): boolean {
  return one?.after === other?.after && one?.before === other?.before;
}
