import { DIAGNOSES } from '../../diagnosis';
import { plain, shell } from './markdown';
import type { Section } from './sections';

/** One failure that a workload can have. */
export interface Failure {
  /** The classes of `diagnose` that tell it. */
  readonly classes: readonly string[];
  /** What `kubectl get` shows. */
  readonly seen: string;
  readonly means: string;
  readonly commands: readonly string[];
}

/** A failure as a section: what it looks like, what it means here, what to run, and how it is fixed. */
export function failureSection({ classes, seen, means, commands }: Failure): Section {
  const fixes = classes
    .map((id) => DIAGNOSES.find((diagnosis) => diagnosis.id === id)?.fix)
    .filter((fix) => fix !== undefined);
  return {
    title: plain(classes.join(', ')),
    body: [`You see ${seen}. ${means}`, shell(commands), [...new Set(fixes)].join(' ')],
  };
}
