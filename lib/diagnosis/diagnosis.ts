import type { Severity } from '../kubernetes/severity';
import type { Command } from './command';
import type { Evidence } from './evidence';
import type { PodView } from './pod-view';
import type { Subject } from './subject';

/**
 * `failed`: something is wrong. `waiting`: nothing is wrong yet, and nothing is finished either. `ok`: as it should be.
 */
export type Outcome = 'failed' | 'waiting' | 'ok';

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
  /** The rule that would have told before. */
  readonly preventedBy?: string;
  /** Where it differs from the diagnosis' own. */
  readonly severity?: Severity;
  /** What to do, where this case can be told more exactly than by the diagnosis' `fix`. */
  readonly fix?: string;
  /** Two objects of one owner have the same cause if these are equal; default is the cause itself. */
  readonly sameAs?: string;
  /** How far one cause reaches: the owner's objects (default), or all of the namespace or the cluster. */
  readonly scope?: 'namespace' | 'cluster';
  /** Further objects that the cause explains: a claim that is not bound, beside the pod that waits for it. */
  readonly explains?: readonly Subject[];
}

/**
 * A diagnosis is one frozen value: command line, docs and tests read it and nothing else. Its id is the name of the
 * class; its place in the list of diagnoses is its precedence.
 */
export interface Diagnosis {
  readonly id: string;
  /** The kinds of object it looks at. */
  readonly kinds: readonly string[];
  readonly outcome: Outcome;
  readonly severity: Severity;
  /** The state in a sentence: `The container was killed for using more memory than its limit`. */
  readonly title: string;
  readonly why: string;
  /** What to do, in one or two sentences. */
  readonly fix: string;
  readonly see: readonly string[];
  /** Objects (YAML) that this diagnosis comes first on. */
  readonly evidence: string;
  /** The clock for that evidence, where it matters. */
  readonly now?: string;
  match(subject: Subject, evidence: Evidence): Match | undefined;
}

/** Freezes a diagnosis; it exists so that a file gets its types by inference. */
export function defineDiagnosis(diagnosis: Diagnosis): Diagnosis {
  return Object.freeze(diagnosis);
}

/** A diagnosis of pods: `match` gets the pod as it is read once. */
export interface PodDiagnosis extends Omit<Diagnosis, 'kinds' | 'match'> {
  match(pod: PodView, evidence: Evidence): Match | undefined;
}

/** Makes a diagnosis of a pod diagnosis. */
export function definePodDiagnosis({ match, ...rest }: PodDiagnosis): Diagnosis {
  return defineDiagnosis({
    ...rest,
    kinds: ['Pod'],
    match: ({ pod }, evidence) => (pod === undefined ? undefined : match(pod, evidence)),
  });
}
