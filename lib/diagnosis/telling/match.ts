import type { Severity } from '../../lifecycle/severity';
import type { ObservedObject } from '../evidence/observed-object';
import type { Command } from './command';

/** What a diagnosis says of one object. */
export interface Match {
  /** One sentence, subject first, names quoted, numbers with units. */
  readonly cause: string;
  readonly container?: string;
  /** The lines of the evidence that show it, as the cluster wrote them. */
  readonly proof?: readonly string[];
  /** The next command to run: it only reads. */
  readonly command?: Command;
  /** Commands after that one. */
  readonly more?: readonly Command[];
  /** The manifest field to change, in the object's own terms: `spec.containers[name=web].image`. */
  readonly field?: string;
  /** The rule that would have caught it. */
  readonly preventedBy?: string;
  /** Where it differs from the diagnosis' own. */
  readonly severity?: Severity;
  /** What to do, where this case allows a more exact answer than the diagnosis' `fix`. */
  readonly fix?: string;
  /** Two objects of one owner have the same cause if these are equal; default is the cause itself. */
  readonly sameAs?: string;
  /** How far one cause reaches: the owner's objects (default), or all of the namespace or the cluster. */
  readonly scope?: 'namespace' | 'cluster';
  /** Further objects that the cause explains: a claim that is not bound, beside the pod that waits for it. */
  readonly explains?: readonly ObservedObject[];
}
