import {
  type Alias,
  type Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  stringify,
  visit,
  type YAMLMap,
} from 'yaml';
import { parseFieldPath } from '../../kubernetes/text/field-path';
import type { Json } from '../../kubernetes/views/json';
import { CannotEdit } from './cannot-edit';
import { columnOf, type Layout, layoutOf, PLAIN } from './layout';
import { isBlock, isEmpty, nestedNode, pairOf, quotedAs, rangeOf } from './yaml-nodes';

/** A stretch of a text and what takes its place; offsets are those of the text as it was. */
export interface YamlEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * A document whose fields can be set by small edits of its text: everything else, comments, order, quotes and line ends
 * among it, stays as it is, byte for byte.
 */
export class EditableYaml {
  /**
   * @throws CannotEdit if the text is not one document
   */
  public static of(text: string): EditableYaml {
    const document = parseDocument(text, { version: '1.1', uniqueKeys: false, logLevel: 'silent' });
    if (document.errors.length > 0) throw new CannotEdit('the document is not plain YAML');
    return new EditableYaml(text, document);
  }

  private readonly layout: Layout;
  private readonly isJson: boolean;
  private readonly aliased: ReadonlySet<string>;

  private constructor(
    private readonly text: string,
    private readonly document: Document.Parsed,
  ) {
    this.layout = layoutOf(document.contents, text);
    this.isJson = /^\s*\{\s*(?:"|\})/.test(text);
    const aliased = new Set<string>();
    visit(document, { Alias: (_, { source }) => void aliased.add(source) });
    this.aliased = aliased;
  }

  /**
   * The edit that sets the field at a path. What is missing on the way is made, at the end of what holds it.
   *
   * @throws CannotEdit if it stands behind an anchor, an alias or a merge key, or in a form that is not known here
   */
  public set(path: string, value: Json): YamlEdit {
    const segments = parseFieldPath(path);
    let node: Node | null = this.document.contents;
    for (const [depth, segment] of segments.entries()) {
      this.refuseShared(node);
      if (isSeq(node)) {
        node = (node.items[Number(segment)] as Node | undefined) ?? null;
        if (node === null) throw new CannotEdit('the list item is not there');
        continue;
      }
      if (!isMap(node)) throw new CannotEdit('what holds the field is not a mapping');
      const pair = pairOf(node, String(segment));
      const rest = segments.slice(depth + 1);
      if (pair === undefined) return this.insert(node, String(segment), nestedNode(rest, value));
      if (isEmpty(pair.value)) return this.fill(pair, nestedNode(rest, value));
      if (rest.length === 0) return this.replace(pair.value as Node, value);
      node = pair.value as Node;
    }
    if (node === null) throw new CannotEdit('the document is empty');
    return this.replace(node, value);
  }

  private refuseShared(node: Node | null): void {
    if (isAlias(node)) throw new CannotEdit('it stands behind an alias');
    const anchor = isCollection(node) || isScalar(node) ? node.anchor : undefined;
    if (anchor !== undefined && this.aliased.has(anchor)) {
      throw new CannotEdit(`it stands in "&${anchor}", which is used elsewhere too`);
    }
    if (isMap(node) && pairOf(node, '<<') !== undefined) throw new CannotEdit('it stands beside a merge key');
  }

  private replace(node: Node, value: Json): YamlEdit {
    this.refuseShared(node);
    const span = rangeOf(node);
    if (!isScalar(node) || typeof value === 'object') throw new CannotEdit('it holds something else already');
    if (isBlock(node)) throw new CannotEdit('it is a block of text');
    const quoted = node.type === 'QUOTE_SINGLE' || node.type === 'QUOTE_DOUBLE';
    const text = typeof value === 'string' && quoted ? quotedAs(node, value) : this.inline(value);
    return { start: span.start, end: span.end, text };
  }

  private insert(map: YAMLMap, key: string, value: Json): YamlEdit {
    if (map.flow === true) return this.insertInFlow(map, key, value);
    const [first] = map.items;
    if (first === undefined) throw new CannotEdit('what holds the field is empty');
    const start = rangeOf(first.key).start;
    const at = this.lineAfter(this.endOf(map));
    const before = at > 0 && this.text[at - 1] !== '\n' ? this.layout.lineEnd : '';
    return { start: at, end: at, text: `${before}${this.block({ [key]: value }, columnOf(this.text, start))}` };
  }

  /** Gives a value to a key that has none: `resources:`. */
  private fill(pair: Pair, value: Json): YamlEdit {
    const key = rangeOf(pair.key);
    const colon = this.text.indexOf(':', key.end);
    if (colon < 0) throw new CannotEdit('the key has no colon');
    const written = this.text.slice(colon + 1, pair.value === null ? colon + 1 : rangeOf(pair.value as Node).end);
    if (written.includes('\n')) throw new CannotEdit('its empty value stands on another line');
    const end = colon + 1 + written.length;
    if (typeof value !== 'object' || this.isJson || this.isInFlow(key.start)) {
      return { start: colon + 1, end, text: ` ${this.inline(value)}` };
    }
    const lines = this.block(value, columnOf(this.text, key.start) + this.layout.step);
    if (written.trim() !== '') return { start: colon + 1, end, text: `${this.layout.lineEnd}${lines.trimEnd()}` };
    const at = this.lineAfter(colon + 1);
    return { start: at, end: at, text: `${this.text[at - 1] === '\n' ? '' : this.layout.lineEnd}${lines}` };
  }

  private isInFlow(offset: number): boolean {
    let found = false;
    visit(this.document, {
      Collection: (_, node) => {
        const { start, end } = rangeOf(node);
        if (node.flow === true && start <= offset && offset < end) found = true;
      },
    });
    return found;
  }

  private insertInFlow(map: YAMLMap, key: string, value: Json): YamlEdit {
    const { start, end } = rangeOf(map);
    const last = map.items.at(-1);
    const name = this.isJson ? JSON.stringify(key) : key;
    if (last === undefined) return { start: start + 1, end: end - 1, text: `${name}: ${this.inline(value)}` };
    const at = Math.max(rangeOf(last.key).end, last.value === null ? 0 : this.endOf(last.value as Node));
    const hasComma = /^\s*,/.test(this.text.slice(at, end));
    if (hasComma) throw new CannotEdit('the mapping ends in a comma');
    const first = rangeOf(map.items[0]?.key).start;
    const lead = this.text.slice(start + 1, first);
    if (!lead.includes('\n')) return { start: at, end: at, text: `, ${name}: ${this.inline(value)}` };
    const indent = lead.slice(lead.lastIndexOf('\n') + 1);
    const pretty = this.isJson ? this.prettyJson(value, indent) : this.inline(value);
    return { start: at, end: at, text: `,${this.layout.lineEnd}${indent}${name}: ${pretty}` };
  }

  private prettyJson(value: Json, indent: string): string {
    const step = indent.length >= 4 && indent.length % 4 === 0 ? 4 : 2;
    const root = rangeOf(this.document.contents).start;
    const rootStep = /^\{\s*\n(\s+)/.exec(this.text.slice(root))?.[1];
    return JSON.stringify(value, null, rootStep ?? step).replaceAll('\n', `${this.layout.lineEnd}${indent}`);
  }

  private inline(value: Json): string {
    if (this.isJson) return JSON.stringify(value);
    return stringify(value, { ...PLAIN, collectionStyle: 'flow' }).trimEnd();
  }

  private block(value: Json, column: number): string {
    const { step, indentsLists, lineEnd } = this.layout;
    const lines = stringify(value, { ...PLAIN, indent: step, indentSeq: indentsLists });
    return lines.replace(/^(?=.)/gm, ' '.repeat(column)).replaceAll('\n', lineEnd);
  }

  /** Where the last thing inside a node ends; blank lines after a block of text are not part of it. */
  private endOf(node: Node | Alias): number {
    if (isCollection(node) && node.flow !== true) {
      const last = node.items.at(-1) as Pair | Node | undefined;
      if (last === undefined) return rangeOf(node).end;
      if (!('key' in last)) return this.endOf(last);
      return Math.max(rangeOf(last.key).end, last.value === null ? 0 : this.endOf(last.value as Node));
    }
    const { start, end } = rangeOf(node);
    if (!isScalar(node) || !isBlock(node)) return end;
    const keepsBlankLines = /^[|>][^\n]*\+/.test(this.text.slice(start, end));
    return keepsBlankLines ? end : this.text.slice(0, end).trimEnd().length;
  }

  /** The head of the line after an offset, past whatever comment stands beside it. */
  private lineAfter(offset: number): number {
    if (this.text[offset - 1] === '\n') return offset;
    const next = this.text.indexOf('\n', offset);
    return next < 0 ? this.text.length : next + 1;
  }
}
