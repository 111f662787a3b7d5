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

/** What could not be read as it stands. */
export interface ReadProblem {
  /**
   * `unreadable`: no such file, or no text. `no-object`: an argument that holds no Kubernetes object at all.
   * `not-an-object`: YAML beside objects, but no mapping, such as a bare string.
   */
  readonly kind: 'unreadable' | 'unparsable' | 'no-object' | 'duplicate-key' | 'not-an-object';
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly message: string;
  /** The document that holds it, where one could be read. */
  readonly document: ParsedDocument | null;
}

export interface ReadResult {
  readonly documents: readonly SourceDocument[];
  readonly problems: readonly ReadProblem[];
  /** Every file that was read, in that order, apart from those passed over. */
  readonly files: readonly string[];
  /** Files found in a folder or by a glob that hold no Kubernetes object, such as a package.json. */
  readonly passedOver: readonly string[];
  /** Advice for stderr: folders whose manifests a tool has to render first. */
  readonly hints: readonly string[];
}

/** Tells whether a problem leaves an argument, a file or a document unread. */
export function isUnread({ kind }: ReadProblem): boolean {
  return kind === 'unreadable' || kind === 'unparsable' || kind === 'no-object';
}
