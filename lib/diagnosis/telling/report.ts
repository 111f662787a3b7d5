import type { ObjectRef } from '../../kubernetes/views/manifest';
import type { Severity } from '../../lifecycle/severity';

/**
 * `failed`: something is wrong. `waiting`: nothing is wrong yet, and nothing is finished either. `ok`: as it should be.
 */
export type Outcome = 'failed' | 'waiting' | 'ok';

/** Another object that the same cause explains: the rollout that waits for the pods. */
export interface Symptom {
  readonly class: string;
  readonly object: ObjectRef;
  readonly cause: string;
}

/** One cause, with everything that has it: the shape of an entry of `diagnose -o json`. Absent values are null. */
export interface DiagnosisEntry {
  readonly class: string;
  readonly severity: Severity;
  /** `failed`, `waiting` or `ok`. */
  readonly outcome: Outcome;
  /** The object that shows it; where many do, the first of them. */
  readonly object: ObjectRef;
  readonly container: string | null;
  readonly cause: string;
  readonly fix: string;
  readonly proof: readonly string[];
  /** The next command, quoted for a POSIX shell; it only reads. */
  readonly command: string | null;
  /** Further commands. */
  readonly more: readonly string[];
  /** The manifest field to change, in the terms of `object`. */
  readonly field: string | null;
  /** The workload that makes the object, and the same field in its terms. */
  readonly owner: ObjectRef;
  readonly ownerField: string | null;
  readonly preventedBy: string | null;
  /** Path of the construct that made the workload, and where it stands: `apps/shop.ts:42`. */
  readonly construct: string | null;
  readonly source: string | null;
  /** The prop of that construct that writes the field: `resources.memory`. */
  readonly prop: string | null;
  /** Everything that has this cause, `object` first; then what it explains. */
  readonly affected: readonly ObjectRef[];
  readonly symptoms: readonly Symptom[];
}

/** What `diagnose -o json` prints. */
export interface DiagnosisReport {
  /** One entry a cause, most serious first. Where nothing has failed, one entry of an ok class an owner. */
  readonly diagnoses: readonly DiagnosisEntry[];
  /** How many objects there are of each ok class. */
  readonly healthy: Readonly<Record<string, number>>;
  /** What the input held. */
  readonly evidence: {
    readonly objects: number;
    readonly diagnosed: number;
    readonly events: number;
  };
}
