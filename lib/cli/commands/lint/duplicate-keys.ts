import type { DuplicateKey } from '../../../check/checker';
import type { ParsedDocument } from '../../input/parse-documents';
import type { ReadProblem, SourceDocument } from '../../input/read-manifests';

/** The keys that the reader saw twice in the documents of a set, each at the first object of its document. */
export function duplicateKeysIn(
  documents: readonly SourceDocument[],
  problems: readonly ReadProblem[],
): readonly DuplicateKey[] {
  const seen = problems.filter(({ kind }) => kind === 'duplicate-key');
  if (seen.length === 0) return [];
  const first = new Map<ParsedDocument, number>();
  for (const [index, { document }] of documents.entries()) if (!first.has(document)) first.set(document, index);
  return seen.flatMap(({ document, message, line, column }) => {
    const index = document === null ? undefined : first.get(document);
    return index === undefined ? [] : [{ index, message, location: { line: line ?? 1, column: column ?? 1 } }];
  });
}
