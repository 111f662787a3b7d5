import type { Change, Place, Refusal } from '../fixing/change';
import type { ManifestSet, SetObject } from '../kubernetes/set/manifest-set';
import type { KubernetesVersion } from '../kubernetes/versions/kubernetes-version';
import type { Route } from '../lifecycle/routes/route';
import type { Severity } from '../lifecycle/severity';
import type { Topic } from './topics';

/** What a rule may know besides the object itself. */
export interface RuleContext {
  readonly set: ManifestSet;
  readonly version: KubernetesVersion;
  /** Host names (with port) of registries that need a pull secret. */
  readonly privateRegistries: readonly string[];
  /** The platform's traffic route, where it is declared; an object's own annotation wins over it. */
  readonly route: Route | undefined;
}

/** One thing a rule found. */
export interface Violation {
  /** One sentence, subject first, names quoted, both numbers with units. */
  readonly message: string;
  /**
   * The API server's field path: `spec.template.spec.containers[0].livenessProbe`. Where a field is missing, the path
   * of what should hold it.
   */
  readonly path: string;
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
  /** Where the fix for this object can be said more exactly than the rule's `fix`; empty where the message says it. */
  readonly fix?: string;
  /** Name of the container it is about, where it is about one. */
  readonly container?: string;
  /**
   * Field paths of what it rests on, written or missing, where that is more or other than a plain value at `path`: by them
   * the check sees that two findings are about one fact, and tells it once.
   */
  readonly about?: readonly string[];
  /**
   * What follows, in a few words, for a finding whose cause other rules tell: where one of them speaks of a field in
   * `about`, the cause is told, with these words and as serious as this.
   */
  readonly consequence?: string;
}

/** What is told of a rule, or of anything else that finds something: data alone. */
export interface RuleText {
  readonly id: string;
  /** Ids that it had before: whatever names one of them still applies, with a note that says the new one. */
  readonly formerIds?: readonly string[];
  readonly severity: Severity;
  /** The id as a sentence: `The preStop sleep fits into the grace period`. */
  readonly title: string;
  readonly why: string;
  /** What to change, in one or two sentences. */
  readonly fix: string;
  /** Where it is documented: pages of Kubernetes, public issues. */
  readonly see: readonly string[];
  /** A set of manifests (YAML) that breaks this rule exactly once. */
  readonly bad: string;
  /** The same set, fixed: this rule is silent on it. */
  readonly good: string;
}

/** What the catalogue tells of its rules beside their text; a team's own rules can leave it out. */
export interface Origin {
  /** The topic of its page, and the folder of its file. */
  readonly topic: Topic;
  /** The version of this package since which it exists. */
  readonly since: string;
}

interface RuleCode<T extends SetObject> {
  /** Called for the objects that the rule looks at. */
  check(object: T, context: RuleContext): Iterable<Violation>;
  /** Decides what `lint --fix` changes for a violation, or why it leaves it to a person. @default - no fix is certain */
  autofix?(object: T, violation: Place, context: RuleContext): Change | Refusal;
}

/**
 * A rule is one frozen value in a file of its own. Command line, docs, SARIF and tests read this value and nothing else.
 * Its id is a sentence that is true of a healthy manifest.
 */
export interface Rule extends RuleText, Partial<Origin>, RuleCode<SetObject> {
  /** Tells whether the rule has anything to say about an object: what the table of hits counts as looked at. */
  looksAt(object: SetObject, context: RuleContext): boolean;
}

/** A rule of the catalogue. */
export type CatalogueRule = Rule & Origin;

/** A rule whose other functions may rely on what its `looksAt` has made sure of. */
export interface NarrowRule<T extends SetObject> extends RuleText, Partial<Origin>, RuleCode<T> {
  looksAt(object: SetObject, context: RuleContext): object is T;
}

/** Freezes a rule; it exists so that a rule's file gets its types by inference. */
export function defineRule<T extends SetObject>(rule: NarrowRule<T> & Origin): CatalogueRule;
export function defineRule(rule: CatalogueRule): CatalogueRule;
export function defineRule<T extends SetObject>(rule: NarrowRule<T>): Rule;
export function defineRule(rule: Rule): Rule;
export function defineRule(rule: Rule): Rule {
  return Object.freeze(rule);
}
