import type { Severity } from '../../kubernetes/severity';
import type { Evidence } from '../evidence/evidence';
import type { ObservedObject } from '../evidence/observed-object';
import type { PodView } from '../evidence/pod-view';
import type { Match } from '../telling/match';
import type { Outcome } from '../telling/report';

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
  match(subject: ObservedObject, evidence: Evidence): Match | undefined;
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
