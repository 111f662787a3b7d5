import type { ObjectRef } from '../kubernetes/views/manifest';
import type { Severity } from '../lifecycle/severity';

/** A place in the text that an object came from; lines and columns count from 1. */
export interface Location {
  readonly line: number;
  readonly column: number;
}

/** One finding on one object: the shape of `lint -o json`, less what only a file knows (file, line, column). */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** What to change; empty where the message says it. */
  readonly fix: string;
  readonly see: readonly string[];
  readonly object: ObjectRef;
  /** Position of the object in the list that was checked: two variants of one object are told apart by it. */
  readonly index: number;
  readonly path: string;
  readonly container: string | null;
  /** Path of the construct that made the object, from its annotation. */
  readonly construct: string | null;
  /** Its place in the text, where that is known and no field path leads there. */
  readonly location?: Location;
  /** The reason for which the finding is accepted; null where it is not. */
  readonly acknowledged: string | null;
}
