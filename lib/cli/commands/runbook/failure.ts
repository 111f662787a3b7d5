import type { Diagnosis } from '../../../diagnosis';
import { plain, shell } from './markdown';
import type { Section } from './sections';

/** One failure that a workload can have. */
export interface Failure {
  /** The classes of `diagnose` that tell it. */
  readonly classes: readonly Diagnosis[];
  /** What `kubectl get` shows. */
  readonly seen: string;
  readonly means: string;
  readonly commands: readonly string[];
}

/** A failure as a section: what it looks like, what it means here, what to run, and how it is fixed. */
export function failureSection({ classes, seen, means, commands }: Failure): Section {
  return {
    title: plain(classes.map(({ id }) => id).join(', ')),
    body: [`You see ${seen}. ${means}`, shell(commands), [...new Set(classes.map(({ fix }) => fix))].join(' ')],
  };
}
