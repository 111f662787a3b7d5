import type { Millis } from '../engine/clock';
import { poisson } from '../engine/nature';

/** Why a request is lost. */
export type Cause = 'refused' | 'cut' | 'overloaded' | 'no-endpoint';
export const CAUSES: readonly Cause[] = ['refused', 'cut', 'overloaded', 'no-endpoint'];

/** A stretch of time in which requests are lost, and how many on average; `cut` happens in one moment. */
export interface Loss {
  readonly cause: Cause;
  readonly from: Millis;
  readonly to: Millis;
  /** Requests lost on average. */
  readonly expected: number;
  /** The pod that lost them; undefined where no single one did. */
  readonly pod: number | undefined;
}

/** Requests lost at one moment. */
export interface LostRequests {
  readonly at: Millis;
  readonly cause: Cause;
  readonly pod: number | undefined;
  readonly count: number;
}

/** The most marks that one stretch is drawn with; more requests than that share them. */
const MARKS = 24;

/** Draws how many requests a stretch loses, and when. */
export function drawLost(loss: Loss, chance: () => number): readonly LostRequests[] {
  const { cause, pod, from, to } = loss;
  const count = poisson(loss.expected, chance);
  if (count === 0) return [];
  const marks = cause === 'cut' ? 1 : Math.min(count, MARKS);
  return Array.from({ length: marks }, (_, index) => ({
    at:
      count <= MARKS
        ? Math.round(from + (to - from) * chance())
        : Math.round(from + ((index + 0.5) / marks) * (to - from)),
    cause,
    pod,
    count: Math.floor(((index + 1) * count) / marks) - Math.floor((index * count) / marks),
  }));
}
