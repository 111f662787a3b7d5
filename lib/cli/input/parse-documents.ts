import { load, YAMLException } from 'js-yaml';
import { holdsAction, looksLikeHelmTemplate } from './helm-template';
import { hasDuplicateKeys } from './json-keys';
import { KUBECTL_YAML } from './kubectl-yaml';
import { NodePositions, type Span } from './node-positions';
import { splitDocuments } from './split-documents';
import type { SourceText } from './text';
import { aliasProblem } from './unfolded';

/** One document of a stream as plain JSON, with the places of its nodes read only when they are asked for. */
export interface ParsedDocument {
  readonly value: unknown;
  readonly source: SourceText;
  /** Where the document stands in the text of its file. */
  readonly span: Span;
  readonly positions: () => NodePositions;
}

/** What kept a document from being read as a whole; offsets are those of the file. */
export interface ParseProblem {
  readonly kind: 'unparsable' | 'duplicate-key';
  readonly message: string;
  readonly offset: number;
  /** The document that holds it; absent where none could be read. */
  readonly document?: ParsedDocument;
}

export interface ParsedStream {
  readonly documents: readonly ParsedDocument[];
  readonly problems: readonly ParseProblem[];
}

/** Parses every document of a text. One that does not parse is a problem with its place, and the others are read. */
export function parseDocuments(source: SourceText): ParsedStream {
  const documents: ParsedDocument[] = [];
  const problems: ParseProblem[] = [];
  for (const { span, ...parsed } of parseAll(source.text)) {
    const positions = () => positionsOf(source, span);
    if (parsed.problem !== undefined) {
      const { message, offset } = parsed.problem;
      problems.push({ kind: 'unparsable', message, offset: span.start + offset });
      continue;
    }
    const document = { value: parsed.value, source, span, positions };
    documents.push(document);
    if (parsed.hasDuplicateKeys) {
      for (const { key, span: place } of positions().duplicates()) {
        const message = `key "${key}" is already set in this mapping; the later value counts here, and the API server refuses both`;
        problems.push({ kind: 'duplicate-key', message, offset: span.start + place.start, document });
      }
    }
  }
  return { documents, problems };
}

interface Parsed {
  readonly value?: unknown;
  readonly hasDuplicateKeys?: boolean;
  readonly problem?: { readonly message: string; readonly offset: number };
}

/** JSON takes the fast road; anything else, wrong JSON among it, is YAML's to tell. */
function parseAll(text: string): Iterable<Parsed & { readonly span: Span }> {
  const isJson = /^\s*[{[]/.test(text);
  return (
    (isJson ? parseJson(text, [{ start: 0, end: text.length }]) : undefined) ??
    (isJson ? parseJson(text, jsonStream(text)) : undefined) ??
    parseYamlStream(text)
  );
}

function* parseYamlStream(text: string): Iterable<Parsed & { readonly span: Span }> {
  for (const span of splitDocuments(text)) yield { ...parseYaml(text.slice(span.start, span.end)), span };
}

/** Undefined where one of the spans is not a JSON value. */
function parseJson(text: string, spans: readonly Span[]): ReadonlyArray<Parsed & { readonly span: Span }> | undefined {
  try {
    return spans.map((span) => {
      const part = text.slice(span.start, span.end);
      const value: unknown = JSON.parse(part);
      return { value, hasDuplicateKeys: hasDuplicateKeys(part, value), span };
    });
  } catch {
    return undefined;
  }
}

/** Objects one after the other, as several `kubectl get -o json` print them into one pipe, or one a line. */
function jsonStream(text: string): readonly Span[] {
  const starts = [0, ...[...text.matchAll(/(?<=\}[^\S\n]*\n)(?=\{)/g)].map(({ index }) => index)];
  return starts.map((start, position) => ({ start, end: starts[position + 1] ?? text.length }));
}

function parseYaml(text: string, lenient = false): Parsed {
  try {
    const value: unknown = load(text, { schema: KUBECTL_YAML, json: lenient });
    const wrong = /\*\w/.test(text) && /&\w/.test(text) ? aliasProblem(value) : undefined;
    if (wrong !== undefined) return { problem: { message: wrong, offset: text.indexOf('&') } };
    if (text.includes('{{') && holdsAction(value)) return { problem: { message: HELM, offset: text.indexOf('{{') } };
    return { value, hasDuplicateKeys: lenient };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    if (error.reason === 'duplicated mapping key' && !lenient) return parseYaml(text, true);
    if (looksLikeHelmTemplate(text)) return { problem: { message: HELM, offset: text.indexOf('{{') } };
    const language = /^\s*\{\s*"/.test(text) ? 'JSON' : 'YAML';
    return { problem: { message: `is not ${language}: ${error.reason}`, offset: error.mark?.position ?? 0 } };
  }
}

const HELM = 'is a Helm template, not YAML: pipe what `helm template` prints to `-` instead';

/**
 * The positions of one document at a time: findings come document by document, and those of all of a hundred megabytes
 * would take more memory than the documents.
 */
let latest: { readonly source: SourceText; readonly start: number; readonly positions: NodePositions } | undefined;

function positionsOf(source: SourceText, { start, end }: Span): NodePositions {
  if (latest?.source !== source || latest.start !== start) {
    latest = { source, start, positions: NodePositions.of(source.text.slice(start, end)) };
  }
  return latest.positions;
}
