import type { Manifest } from '../../kubernetes/views/manifest';
import type { ParsedDocument } from './parse-documents';

/** A place in a file; both count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** One object of a file: a document, or an item of a `kind: List`. */
export interface SourceDocument {
  readonly manifest: Manifest;
  /** The path as it was given or found, or `<stdin>`. */
  readonly file: string;
  /** Position among the objects of its file, from 0. */
  readonly index: number;
  /** Objects of equal number belong together: one folder, stdin, or the files named on the command line. */
  readonly set: number;
  /** The document that holds it, for whoever edits or reads comments. */
  readonly document: ParsedDocument;
  /** Where the object stands in its document: empty, or `items[3]` for an item of a list. */
  readonly prefix: string;
  /** The place of a field's key (`spec.template.spec.containers[0].livenessProbe`), or of its nearest parent. */
  locate(fieldPath: string): Position;
}

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
