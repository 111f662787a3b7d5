import { readFileSync, statSync } from 'node:fs';
import { count } from '../../kubernetes/text/count';
import { isObject } from '../../kubernetes/views/json';
import { findByGlob, findFiles, type ManifestSource, withoutSources } from './find-files';
import { type InputSet, inputSetsOf } from './input-set';
import { isManifestLike, isOtherJson } from './manifest-like';
import { objectsIn } from './objects-in';
import { type ParsedDocument, parseDocuments } from './parse-documents';
import type { ReadProblem, ReadResult } from './read-result';
import { type SourceDocument, sourceDocument } from './source-document';
import { decodeFile, SourceText } from './text';

const STDIN = '<stdin>';

/** The set of the files that were named on the command line, or matched by a glob; folders and stdin have the number of their argument. */
const NAMED_FILES = 0;

/** What has been read so far, argument by argument. */
export class Reading implements ReadResult {
  public readonly documents: SourceDocument[] = [];
  public readonly problems: ReadProblem[] = [];
  public readonly files: string[] = [];
  public readonly passedOver: string[] = [];
  public readonly hints: string[] = [];
  private grouped: readonly InputSet[] | undefined;

  /** To be asked when all is read. */
  public get sets(): readonly InputSet[] {
    this.grouped ??= inputSetsOf(this.documents);
    return this.grouped;
  }

  /** Takes the sets of an earlier reading that hold the same documents, with what they have built. */
  public keepSets(earlier: readonly InputSet[]): void {
    this.grouped = this.sets.map((set) => set.orSame(earlier));
  }

  public async stdin(stream: AsyncIterable<Uint8Array | string>, set: number): Promise<void> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of stream) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
    this.named(STDIN, () => Buffer.concat(chunks), set);
  }

  public async path(path: string, argument: number): Promise<void> {
    try {
      if (isPattern(path)) {
        const glob = (await import('./glob')).globOf(path);
        if (glob !== undefined) return this.glob(path, findByGlob(glob));
      }
      const { files, sources, isFolder } = findFiles(path);
      if (isFolder) this.folder(path, files, sources, argument);
      else if (sources.length > 0) for (const source of sources) this.notRendered(source);
      else this.named(path, () => readFileSync(path), NAMED_FILES);
    } catch (error) {
      this.problem('unreadable', path, reasonOf(error));
    }
  }

  /** Reads a text; false if it holds nothing that is meant as a Kubernetes object. */
  public source(source: SourceText, set: number): boolean {
    const { documents, problems } = parseDocuments(source);
    const isOther = !documents.some(({ value }) => isManifestLike(value));
    const told = isOther ? problems.filter(({ kind }) => kind === 'unparsable' && !isOtherJson(source)) : problems;
    for (const { kind, message, offset, document = null } of told) {
      this.problems.push({ kind, file: source.file, message, document, ...source.positionOf(offset) });
    }
    const found = isOther ? 0 : this.objects(documents, set);
    return found > 0 || told.length > 0;
  }

  /** Takes in the objects of documents, reports documents that are not objects, and counts both. */
  private objects(documents: readonly ParsedDocument[], set: number): number {
    let found = 0;
    let others = 0;
    for (const document of documents) {
      for (const { manifest, prefix } of objectsIn(document.value, '')) {
        this.documents.push(sourceDocument(document, prefix, manifest, found, set));
        found += 1;
      }
      if (isObject(document.value) || document.value === null) continue;
      this.notAnObject(document);
      others += 1;
    }
    return found + others;
  }

  private named(file: string, bytes: () => Uint8Array, set: number): void {
    const source = this.decoded(file, bytes);
    this.files.push(file);
    if (source === undefined || this.source(source, set)) return;
    this.problem('no-object', file, whyNone(source));
  }

  private found(files: readonly string[], sources: readonly ManifestSource[], set: number): void {
    for (const { tool, folder, file } of sources) {
      this.hints.push(`${HINTS[tool].what(folder)}: lint what it renders, \`${HINTS[tool].command(folder)}\``);
      this.passedOver.push(file);
    }
    for (const file of files) {
      const source = this.decoded(file, () => readFileSync(file));
      if (source === undefined || this.source(source, set)) this.files.push(file);
      else this.passedOver.push(file);
    }
  }

  private folder(path: string, files: readonly string[], sources: readonly ManifestSource[], set: number): void {
    const number = files.length + sources.length;
    if (number === 0) this.problem('unreadable', path, 'holds no .yaml, .yml or .json file');
    else
      this.orNone(
        path,
        () => this.found(files, sources, set),
        `holds no Kubernetes object in its ${count(number, 'file')}`,
      );
  }

  private glob(pattern: string, matched: readonly string[]): void {
    const { files, sources } = withoutSources(matched);
    const message = `matches ${count(matched.length, 'file')} without a Kubernetes object`;
    if (matched.length === 0) this.problem('unreadable', pattern, 'matches no file');
    else this.orNone(pattern, () => this.found(files, sources, NAMED_FILES), message);
  }

  /** Reads an argument; if it gives neither an object nor a problem, that is the problem. */
  private orNone(argument: string, read: () => void, message: string): void {
    const before = this.documents.length + this.problems.length;
    read();
    if (this.documents.length + this.problems.length === before) this.problem('no-object', argument, message);
  }

  private notRendered({ tool, folder, file }: ManifestSource): void {
    const { what, command } = HINTS[tool];
    this.problem(
      'no-object',
      file,
      `is not a manifest, since ${what(folder)}: lint what it renders, \`${command(folder)}\``,
    );
  }

  private decoded(file: string, bytes: () => Uint8Array): SourceText | undefined {
    try {
      const { text, encoding } = decodeFile(bytes());
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
  helm: {
    what: (folder: string) => `${folder} is a Helm chart`,
    command: (folder: string) => `helm template ${folder} | cdk8s-lifecycle lint -`,
  },
  kustomize: {
    what: (folder: string) => `${folder} is a kustomization`,
    command: (folder: string) => `kubectl kustomize ${folder} | cdk8s-lifecycle lint -`,
  },
} as const;

/** A path with the signs of a glob that names no file as it stands. */
function isPattern(path: string): boolean {
  return /[*?{[(]/.test(path) && statSync(path, { throwIfNoEntry: false }) === undefined;
}

function whyNone(source: SourceText): string {
  if (source.text.trim() === '') {
    return source.file === STDIN ? 'is empty: the command before the pipe printed nothing' : 'is empty';
  }
  const isList = parseDocuments(source).documents.some(({ value }) => isManifestLike(value));
  return `holds no Kubernetes object: ${isList ? 'its List has no items' : "nothing in it has 'apiVersion' or 'kind'"}`;
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'there is no such file or folder';
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read by this user';
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'is not text in UTF-8 or UTF-16';
  return message;
}
