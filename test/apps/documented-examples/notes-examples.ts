import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import type { JsonObject } from '../../../lib/kubernetes/views/json';

/** One YAML example of the notes, and where our code says the same. */
export interface NotesExample {
  readonly topic: string;
  /** `Deployment probes/liveness`; a Job's name without its hash. */
  readonly object: string;
  /** Field that holds the example; undefined for a whole Pod, which becomes the object's pod template. */
  readonly at?: string;
  readonly yaml: JsonObject;
}

/** The transcribed examples, in the order of the notes. */
export const NOTES_EXAMPLES = parse(
  readFileSync(join(__dirname, '../fixtures/notes-examples.yaml'), 'utf8'),
) as readonly NotesExample[];

const NOTES = resolve(__dirname, '../../../../shared/seed/pod-lifecycle-notes.zh.md');

/** The values of the notes' YAML blocks where the notes are at hand; undefined where they are not. */
export function blocksOfNotes(): readonly unknown[] | undefined {
  if (!existsSync(NOTES)) return undefined;
  const blocks = readFileSync(NOTES, 'utf8').matchAll(/^ *```yaml\n([\s\S]*?)^ *```$/gm);
  return Array.from(blocks, ([, text]) => parse(text ?? ''));
}
