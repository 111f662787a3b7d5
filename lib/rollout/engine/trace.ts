import type { Millis } from './clock';
import type { Pod } from './pod';

/**
 * One change of the endpoints, in the order in which they were made. `add`: ready. `terminate`: deleted, still serving.
 * `remove`: neither ready nor serving, or gone.
 */
export interface EndpointChange {
  readonly at: Millis;
  readonly pod: Pod;
  readonly kind: 'add' | 'terminate' | 'remove';
}

/** Moments in which a process stood still between two lives of its container. */
export interface Pause {
  readonly pod: Pod;
  readonly from: Millis;
  readonly until: Millis;
}

/** One decision of a controller: how many pods of each version there shall be. */
export interface ScaleDecision {
  readonly at: Millis;
  readonly before: number;
  readonly after: number;
}

/** Everything that happened to pods and endpoints in one run; requests are worked out from it. */
export interface Trace {
  readonly pods: readonly Pod[];
  readonly changes: readonly EndpointChange[];
  readonly pauses: readonly Pause[];
  readonly decisions: readonly ScaleDecision[];
  /** When every pod was of the new version and available (or the event was over); undefined where it never was. */
  readonly completedAt: Millis | undefined;
  /** When the controller reported that no progress was made for too long; undefined where it never did. */
  readonly deadlineExceededAt: Millis | undefined;
  /** The last moment of the run. */
  readonly endsAt: Millis;
}
