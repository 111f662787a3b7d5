import { readFileSync } from 'node:fs';
import { isObject } from '../kubernetes/json';
import type { Manifest } from '../kubernetes/manifest';
import { findFiles } from './reader/find-files';
import { objectsIn } from './reader/objects-in';
import { type ParsedDocument, parseDocuments } from './reader/parse-documents';
import { decode, SourceText } from './reader/text';

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
  /** `unreadable`: no such file, or no text. `not-an-object`: YAML, but no mapping, such as a bare string. */
  readonly kind: 'unreadable' | 'unparsable' | 'duplicate-key' | 'not-an-object';
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
  /** Every file that was read, in that order. */
  readonly files: readonly string[];
  /** Advice for stderr: folders whose manifests a tool has to render first. */
  readonly hints: readonly string[];
}

export interface ReadOptions {
  /** What `-` reads. @default process.stdin */
  readonly stdin?: AsyncIterable<Uint8Array | string>;
}

const STDIN = '<stdin>';

/**
 * Reads manifests from files, folders and stdin (`-`). Nothing is thrown for what is wrong with them: the problems tell
 * it, and whatever can be read is read.
 */
export async function readManifests(paths: readonly string[], options: ReadOptions = {}): Promise<ReadResult> {
  const reading = new Reading();
  for (const [argument, path] of paths.entries()) {
    if (path === '-') await reading.stdin(options.stdin ?? process.stdin, argument + 1);
    else reading.path(path, argument + 1);
  }
  return reading;
}

/** What was read, with new texts in place of those of some files; nothing is read from disk again. */
export function withTexts(read: ReadResult, texts: ReadonlyMap<string, SourceText>): ReadResult {
  const reading = new Reading();
  reading.files.push(...read.files);
  reading.hints.push(...read.hints);
  reading.problems.push(...read.problems.filter(({ file }) => !texts.has(file)));
  const done = new Set<string>();
  for (const document of read.documents) {
    const source = texts.get(document.file);
    if (source === undefined) reading.documents.push(document);
    else if (!done.has(`${document.set} ${document.file}`)) reading.readSource(source, document.set);
    done.add(`${document.set} ${document.file}`);
  }
  return reading;
}

/** The set of the files that were named on the command line; folders and stdin have the number of their argument. */
const NAMED_FILES = 0;

class Reading implements ReadResult {
  public readonly documents: SourceDocument[] = [];
  public readonly problems: ReadProblem[] = [];
  public readonly files: string[] = [];
  public readonly hints: string[] = [];

  public async stdin(stream: AsyncIterable<Uint8Array | string>, set: number): Promise<void> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of stream) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
    this.read(STDIN, () => Buffer.concat(chunks), set);
  }

  public path(path: string, argument: number): void {
    try {
      const { files, isFolder, sources } = findFiles(path);
      for (const { folder, tool } of sources) this.hints.push(HINTS[tool](folder));
      if (isFolder && files.length === 0) this.problem('unreadable', path, 'holds no .yaml, .yml or .json file');
      for (const file of files) this.read(file, () => readFileSync(file), isFolder ? argument : NAMED_FILES);
    } catch (error) {
      this.problem('unreadable', path, reasonOf(error));
    }
  }

  private read(file: string, bytes: () => Uint8Array, set: number): void {
    this.files.push(file);
    const source = this.decode(file, bytes);
    if (source !== undefined) this.readSource(source, set);
  }

  public readSource(source: SourceText, set: number): void {
    const { file } = source;
    const { documents, problems } = parseDocuments(source);
    for (const { kind, message, offset, document = null } of problems) {
      this.problems.push({ kind, file, message, document, ...source.positionOf(offset) });
    }
    let index = 0;
    for (const document of documents) {
      for (const { manifest, prefix } of objectsIn(document.value, '')) {
        this.documents.push(objectAt(document, prefix, manifest, index, set));
        index += 1;
      }
      if (!isObject(document.value) && document.value !== null) this.notAnObject(document);
    }
  }

  private decode(file: string, bytes: () => Uint8Array): SourceText | undefined {
    try {
      const { text, encoding } = decode(bytes());
      return new SourceText(file, text, encoding);
    } catch (error) {
      this.problem('unreadable', file, reasonOf(error));
      return undefined;
    }
  }

  private notAnObject(document: ParsedDocument): void {
    const { source, value, span, positions } = document;
    const what = Array.isArray(value) ? 'a list' : `a ${typeof value}`;
    const position = source.positionOf(span.start + positions().find('').start);
    const message = `holds ${what} where a Kubernetes object should stand`;
    this.problems.push({ kind: 'not-an-object', file: source.file, message, document, ...position });
  }

  private problem(kind: ReadProblem['kind'], file: string, message: string): void {
    this.problems.push({ kind, file, line: null, column: null, message, document: null });
  }
}

const HINTS = {
  helm: (folder: string) =>
    `${folder} is a Helm chart: lint what it renders, \`helm template ${folder} | cdk8s-lifecycle lint -\``,
  kustomize: (folder: string) =>
    `${folder} is a kustomization: lint what it renders, \`kubectl kustomize ${folder} | cdk8s-lifecycle lint -\``,
} as const;

function objectAt(
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

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'there is no such file or folder';
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read by this user';
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'is not text in UTF-8 or UTF-16';
  return message;
}
