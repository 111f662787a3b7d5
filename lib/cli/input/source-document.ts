import type { Manifest } from '../../kubernetes/views/manifest';
import type { ParsedDocument } from './parse-documents';
import type { Position, SourceDocument } from './read-result';

/** An object of a document, at a prefix within it. */
export function sourceDocument(
  document: ParsedDocument,
  prefix: string,
  manifest: Manifest,
  index: number,
  set: number,
): SourceDocument {
  const locate = (fieldPath: string): Position => {
    const path = prefix === '' ? fieldPath : `${prefix}.${fieldPath}`;
    return document.source.positionOf(document.span.start + document.positions().find(path).start);
  };
  return { manifest, file: document.source.file, index, set, document, prefix, locate };
}
