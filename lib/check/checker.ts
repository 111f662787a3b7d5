import type { ManifestSet } from '../kubernetes/set/manifest-set';
import type { Manifest } from '../kubernetes/views/manifest';
import type { Rule, RuleContext, RuleText, Violation } from '../rules/rule';
import type { Location } from './finding';

/** A key that stands twice in the text of an object. */
export interface DuplicateKey {
  /** Position of the object in the list that is checked. */
  readonly index: number;
  readonly message: string;
  readonly location: Location;
}

/** What a checker may know besides the set. */
export interface CheckContext extends RuleContext {
  /** The rules that run. */
  readonly rules: readonly Rule[];
  /** Tells whether what an id stands for is looked for in the object at a position. */
  readonly runs: (id: string, index: number) => boolean;
  /** The objects that those of the set replace. */
  readonly previous?: readonly Manifest[];
  readonly duplicateKeys?: readonly DuplicateKey[];
}

/** One look of a rule, or of a checker in the name of its entry, at one object: empty where all is well. */
export interface Look {
  readonly entry: RuleText;
  /** Position of the object in the set. */
  readonly index: number;
  readonly violations: Iterable<SeenViolation>;
}

/** A violation, with its place in the text where no field path leads there. */
export interface SeenViolation extends Violation {
  readonly location?: Location;
}

/** What `check` is composed of: a pure function from a set to what it finds there. */
export type Checker = (set: ManifestSet, context: CheckContext) => Iterable<Look>;
