import { CouldNotRun } from '../frame/could-not-run';
import { isUnread, problemText, type ReadResult } from './read-result';
import { Reading } from './reading';
import type { SourceText } from './text';

export { isIncomplete, isUnread, problemText, type ReadProblem, type ReadResult } from './read-result';
export type { Position, SourceDocument } from './source-document';

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

/**
 * Reads what an option names beside the arguments.
 *
 * @throws CouldNotRun if any of it cannot be read
 */
export async function readNamedBy(option: string, paths: readonly string[]): Promise<ReadResult> {
  const read = await readManifests(paths);
  const unread = read.problems.find(isUnread);
  if (unread !== undefined) throw new CouldNotRun(`${option}: ${problemText(unread)}`);
  return read;
}

/** What was read, with new texts in place of those of some files. Nothing is read from disk again, and sets without such a file stay the same. */
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
  reading.keepSets(read.sets);
  return reading;
}
