import type { ReadResult } from './read-result';
import { Reading } from './reading';
import type { SourceText } from './text';

export { isUnread, type Position, type ReadProblem, type ReadResult, type SourceDocument } from './read-result';

export interface ReadOptions {
  /** What `-` reads. @default process.stdin */
  readonly stdin?: AsyncIterable<Uint8Array | string>;
}

/**
 * Reads manifests from files, folders, globs and stdin (`-`). Nothing is thrown for what is wrong with them: the
 * problems tell it, and whatever can be read is read.
 */
export async function readManifests(paths: readonly string[], options: ReadOptions = {}): Promise<ReadResult> {
  const reading = new Reading();
  for (const [argument, path] of paths.entries()) {
    if (path === '-') await reading.stdin(options.stdin ?? process.stdin, argument + 1);
    else await reading.path(path, argument + 1);
  }
  return reading;
}

/** What was read, with new texts in place of those of some files; nothing is read from disk again. */
export function withTexts(read: ReadResult, texts: ReadonlyMap<string, SourceText>): ReadResult {
  const reading = new Reading();
  reading.files.push(...read.files);
  reading.passedOver.push(...read.passedOver);
  reading.hints.push(...read.hints);
  reading.problems.push(...read.problems.filter(({ file }) => !texts.has(file)));
  const done = new Set<string>();
  for (const document of read.documents) {
    const source = texts.get(document.file);
    if (source === undefined) reading.documents.push(document);
    else if (!done.has(`${document.set} ${document.file}`)) reading.source(source, document.set);
    done.add(`${document.set} ${document.file}`);
  }
  return reading;
}
