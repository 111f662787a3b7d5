import type { Manifest } from '../../../kubernetes/views/manifest';
import { CouldNotRun } from '../../frame/could-not-run';
import type { GlobalFlags } from '../../frame/global-flags';
import { problemText, type ReadProblem, readManifests } from '../../input/read-manifests';
import { noteReading } from '../../output/notes';

/** Objects that were read, and what could not be. */
export interface EvidenceFiles {
  readonly objects: readonly Manifest[];
  /** Lines for stderr. */
  readonly problems: readonly string[];
}

/**
 * Reads what kubectl printed. A list at the top (`jq .items`) is taken apart as well; a file that cannot be read at all
 * is told, and so is one of which only a part could be.
 *
 * @throws CouldNotRun if nothing could be read
 */
export async function readEvidence(paths: readonly string[], flags: GlobalFlags): Promise<EvidenceFiles> {
  const read = await readManifests(paths);
  const { documents, problems } = read;
  noteReading(read, flags);
  const lists = problems.flatMap(({ kind, document }) =>
    kind === 'not-an-object' && Array.isArray(document?.value) ? (document.value as readonly Manifest[]) : [],
  );
  const told = problems.filter(({ kind, document }) => !isHarmless(kind, document?.value));
  const objects = [...documents.map(({ manifest }) => manifest), ...lists];
  const lines = told.map(problemText);
  if (objects.length === 0 && lines.length > 0) throw new CouldNotRun(lines.join('\n'));
  return { objects, problems: lines };
}

/** For reading a state it does not matter that a key stands twice. */
function isHarmless(kind: ReadProblem['kind'], value: unknown): boolean {
  return kind === 'duplicate-key' || (kind === 'not-an-object' && Array.isArray(value));
}
