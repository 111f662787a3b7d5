import type { Severity } from '../../lifecycle/severity';
import type { Evidence } from '../evidence/evidence';
import type { ObservedObject } from '../evidence/observed-object';
import type { PodView } from '../evidence/pod-view';
import type { Match } from '../telling/match';
import type { Outcome } from '../telling/report';
import type { DiagnosisTopic } from './topics';

/**
 * How a diagnosis relates to others of the same problem. `cause`: as an error, it explains the symptoms of the workloads
 * above its object. `symptom`: it is listed with a cause found below its object, or in a pod that mounts it. `link`:
 * both, like a failed Job between its pod and its CronJob. `alone`: neither.
 */
export type Role = 'cause' | 'symptom' | 'link' | 'alone';

/** Classes that one problem alternates between: `--watch` adds up their time. */
export type Family = 'pull' | 'crash';

/** How `diagnose --live --watch` takes an error while it lasts. */
export interface Patience {
  /** After so many seconds the rollout counts as lost; Infinity where this alone never ends it. */
  readonly seconds: number;
  /** Its controller has given up: that ends a rollout at once, even where another cause explains it. */
  readonly final?: true;
  /** A Job retries what ends like this: in a Job, only the Job says when it gives up. */
  readonly retriedByJobs?: true;
  /** Replaces `seconds` where there is no field to change: such a cause passes by itself. */
  readonly secondsWithoutField?: number;
  /** No rollout waits for it: ever, or while it is only a warning, as for a pod that is ready again. */
  readonly beside?: 'always' | 'as-warning';
}

/** The patience with what is still on its way. */
export const ENDLESS: Patience = Object.freeze({ seconds: Number.POSITIVE_INFINITY });

/**
 * A diagnosis is one frozen value: command line, docs and tests read it and nothing else. Its id is the name of the
 * class; its place in the list of diagnoses is its precedence.
 */
export interface Diagnosis {
  readonly id: string;
  /** The class of app containers that this is the same as, for init containers. */
  readonly initOf?: string;
  readonly topic: DiagnosisTopic;
  /** The kinds of object it looks at. */
  readonly kinds: readonly string[];
  readonly outcome: Outcome;
  readonly severity: Severity;
  readonly role: Role;
  /** @default - a family of its own */
  readonly family?: Family;
  readonly patience: Patience;
  /** Reported for each container that has it; others are reported once for the pod. */
  readonly perContainer?: true;
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

/** What a failure has to state, and all else can leave to its outcome. */
type Stated =
  | { readonly outcome: 'failed'; readonly patience: Patience }
  | { readonly outcome: 'waiting' | 'ok'; readonly patience?: Patience };

/** A diagnosis as its file writes it: an error where it failed, else for information, unless it says otherwise. */
export type DiagnosisSource = Omit<Diagnosis, 'outcome' | 'severity' | 'patience'> & {
  readonly severity?: Severity;
} & Stated;

/** Completes and freezes a diagnosis. */
export function defineDiagnosis(source: DiagnosisSource): Diagnosis {
  return Object.freeze({ severity: source.outcome === 'failed' ? 'error' : 'info', patience: ENDLESS, ...source });
}

/** A diagnosis of pods: `match` gets the pod as it is read once. */
export type PodDiagnosisSource = Omit<DiagnosisSource, 'kinds' | 'match' | keyof Stated> &
  Stated & { match(pod: PodView, evidence: Evidence): Match | undefined };

/** Makes a diagnosis of a pod diagnosis. */
export function definePodDiagnosis({ match, ...rest }: PodDiagnosisSource): Diagnosis {
  return defineDiagnosis({
    ...rest,
    kinds: ['Pod'],
    match: ({ pod }, evidence) => (pod === undefined ? undefined : match(pod, evidence)),
  });
}
