import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { note } from '../../output/notes';
import { writeFile } from '../../output/write-file';
import type { RunbookFlags } from './flags';
import type { PageContext } from './page';
import { type AppOfSet, manyDocuments, oneDocument } from './pages';

/** All pages as one document, or a file for each app in the folder that `--out` names; nothing is left to print then. */
export function print(apps: readonly AppOfSet[], context: PageContext, flags: RunbookFlags): Iterable<string> {
  const { out } = flags;
  if (out === undefined) return [oneDocument(apps, context)];
  mkdirSync(out, { recursive: true });
  for (const { file, text } of manyDocuments(apps, context)) {
    const path = join(out, file);
    writeFile(path, text);
    note(`wrote ${path}`, flags);
  }
  return [];
}
