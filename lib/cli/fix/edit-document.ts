import { isDeepStrictEqual } from 'node:util';
import { withValueAt } from '../../fixing/change';
import { isObject, type Json } from '../../kubernetes/views/json';
import { type ParsedDocument, parseDocuments } from '../input/parse-documents';
import { SourceText } from '../input/text';
import { CannotEdit } from './cannot-edit';
import { EditableYaml, type YamlEdit } from './edit-yaml';

/** A field of a document to be set; `id` is whatever the caller knows it by. */
export interface Setting<T> {
  readonly id: T;
  /** From the document's root, `items[3].` of a list included. */
  readonly path: string;
  readonly value: Json;
}

export interface EditedDocument<T> {
  readonly text: string;
  readonly done: readonly T[];
  /** Those that another one stands in the way of: they can be set once the text is read again. */
  readonly later: readonly T[];
  readonly refused: ReadonlyArray<{ readonly id: T; readonly because: string }>;
}

/**
 * Sets fields of one document. The text that comes out is parsed and compared: it holds exactly the fields that were
 * set beside all it held before, or nothing is changed at all.
 */
export function editDocument<T>(document: ParsedDocument, settings: ReadonlyArray<Setting<T>>): EditedDocument<T> {
  const text = document.source.text.slice(document.span.start, document.span.end);
  const refused: Array<{ id: T; because: string }> = [];
  const planned: Array<{ setting: Setting<T>; edit: YamlEdit }> = [];
  const later: T[] = [];
  let yaml: EditableYaml | undefined;
  for (const setting of settings) {
    try {
      yaml ??= EditableYaml.of(text);
      const edit = yaml.set(setting.path, setting.value);
      if (planned.some((other) => isInTheWay(other.edit, edit))) later.push(setting.id);
      else planned.push({ setting, edit });
    } catch (error) {
      if (!(error instanceof CannotEdit)) throw error;
      refused.push({ id: setting.id, because: error.message });
    }
  }
  const done = planned.map(({ setting }) => setting);
  const edited = applyEdits(
    text,
    planned.map(({ edit }) => edit),
  );
  const [first, ...others] = done;
  if (first === undefined || holdsExactly(edited, expected(document.value, done))) {
    return { text: edited, done: done.map(({ id }) => id), later, refused };
  }
  if (others.length > 0) {
    const alone = editDocument(document, [first]);
    return { ...alone, later: [...others.map(({ id }) => id), ...later], refused: [...refused, ...alone.refused] };
  }
  const because = 'its text cannot be changed there without touching something else';
  return { text, done: [], later, refused: [...refused, { id: first.id, because }] };
}

/** Applies edits of one text. Of those at one place, what stands deepest comes first, for it ends there. */
export function applyEdits(text: string, edits: readonly YamlEdit[]): string {
  let result = '';
  let at = 0;
  for (const edit of [...edits].sort(byPlace)) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

function byPlace(one: YamlEdit, other: YamlEdit): number {
  return one.start - other.start || indentOf(other) - indentOf(one);
}

function indentOf({ text }: YamlEdit): number {
  return /^ */.exec(text)?.[0].length ?? 0;
}

/** Two edits that overlap, or that would both make the same missing key. */
function isInTheWay(one: YamlEdit, other: YamlEdit): boolean {
  if (one.start === other.start && one.end === one.start && other.end === other.start) {
    return (indentOf(one) === indentOf(other) && keyOf(one.text) === keyOf(other.text)) || /^\r?\n/.test(one.text);
  }
  return one.start < other.end && other.start < one.end;
}

function keyOf(text: string): string {
  return /[\w"'-]+/.exec(text)?.[0] ?? '';
}

function expected<T>(value: unknown, settings: ReadonlyArray<Setting<T>>): unknown {
  return settings.reduce((made, { path, value: set }) => withValueAt(made, path, set), value);
}

function holdsExactly(text: string, value: unknown): boolean {
  const { documents, problems } = parseDocuments(new SourceText('', text));
  const isReadable = problems.every(({ kind }) => kind === 'duplicate-key');
  return isReadable && documents.length === 1 && isDeepStrictEqual(plain(documents[0]?.value), plain(value));
}

/** Parsed objects may differ in prototype and order alone. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)])) : value;
}
