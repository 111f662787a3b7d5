import type { Cause } from '../clients/losses';
import type { ChosenNature } from '../engine/nature';

/** Whether the assumptions stand at their maxima or at their typical values. */
export type AssumptionLevel = 'worst' | 'typical';

/** What goes wrong: at the stop of a pod, at its start, with a balancer's registration, with the number of pods, or all at once. */
export type HazardKind =
  | 'closes-early'
  | 'killed-early'
  | 'starts-late'
  | 'never-answers'
  | 'registers-late'
  | 'too-few'
  | 'crash';

/** One way in which requests are lost. */
export interface Hazard {
  readonly kind: HazardKind;
  readonly cause: Cause;
  /** For how long requests are lost at a time, in seconds; infinite where it does not end by itself. */
  readonly seconds: number;
  /** What happens, in one sentence with its numbers. */
  readonly why: string;
  /** Which number to change. */
  readonly fix: string;
  /** What chance has to decide for it to happen. */
  readonly schedule: () => ChosenNature;
}

/** Prints seconds as people write them: `0.25 s`, `12 s`. */
export function inSeconds(seconds: number): string {
  return `${Math.round(seconds * 100) / 100} s`;
}
