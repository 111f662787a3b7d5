import type { InputSet } from './input-set';
import type { ParsedDocument } from './parse-documents';
import type { SourceDocument } from './source-document';

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

/** All that the arguments of a command hold. */
export interface ReadResult {
  readonly documents: readonly SourceDocument[];
  /** The same by set. */
  readonly sets: readonly InputSet[];
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

/** Tells whether something that was named is missing from what was read. */
export function isIncomplete({ documents, problems }: Pick<ReadResult, 'documents' | 'problems'>): boolean {
  return documents.length === 0 || problems.some(isUnread);
}

/** `k8s/web.yaml:12:5: is not YAML`, or without a place where there is none. */
export function problemText({ file, line, column, message }: ReadProblem): string {
  return line === null ? `${file}: ${message}` : `${file}:${line}:${column}: ${message}`;
}
