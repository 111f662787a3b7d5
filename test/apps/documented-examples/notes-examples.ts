import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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

/** The values of the YAML blocks of the notes in a folder. */
export function blocksOfNotes(folder: string): readonly unknown[] {
  const blocks = readFileSync(join(folder, 'pod-lifecycle-notes.zh.md'), 'utf8').matchAll(
    /^ *```yaml\n([\s\S]*?)^ *```$/gm,
  );
  return Array.from(blocks, ([, text]) => parse(text ?? ''));
}
