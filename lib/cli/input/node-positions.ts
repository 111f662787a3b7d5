import { type EventType, load, type State } from 'js-yaml';
import { parseFieldPath } from '../../kubernetes/text/field-path';
import { KUBECTL_YAML } from './kubectl-yaml';

type Kind = 'mapping' | 'sequence' | 'other';

/** A stretch of the text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One entry of a mapping (with its key) or of a sequence. */
interface Entry {
  readonly key: Span | undefined;
  readonly node: number;
}

/**
 * Where each node of a document stands in its text. Nodes are kept in the order in which they open, with the number of
 * nodes below each, so that a document of a million nodes costs a few bytes a node.
 */
export class NodePositions {
  /** Reads a text that is known to parse. */
  public static of(text: string): NodePositions {
    const positions = new NodePositions(text);
    load(text, { schema: KUBECTL_YAML, json: true, listener: positions.listener() });
    return positions;
  }

  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private readonly sizes: number[] = [];
  private readonly kinds: Kind[] = [];
  private readonly known = new Map<number, readonly Entry[]>();

  private constructor(private readonly text: string) {}

  /**
   * The span of the key that a field path names, of the item for a path that ends in an index, and of the nearest
   * parent that exists where the field is absent. The empty path is the document's first node.
   */
  public find(fieldPath: string): Span {
    return this.walk(fieldPath).named;
  }

  /** The span of the whole value at a field path; undefined where the field is absent. */
  public valueAt(fieldPath: string): Span | undefined {
    const { node, complete } = this.walk(fieldPath);
    return complete ? this.span(node) : undefined;
  }

  /** The keys that a mapping holds twice: the span of each later one, with its name. */
  public duplicates(): ReadonlyArray<{ readonly key: string; readonly span: Span }> {
    return this.kinds.flatMap((kind, node) => {
      if (kind !== 'mapping' || this.unwrapped(node) !== node) return [];
      const seen = new Set<string>();
      return this.entries(node).flatMap(({ key }) => {
        if (key === undefined) return [];
        const name = this.keyText(key);
        if (seen.has(name) && name !== '<<') return [{ key: name, span: key }];
        seen.add(name);
        return [];
      });
    });
  }

  /**
   * The field path of the outermost node that begins within a span, such as a line: of `- name: web` the whole item.
   * Undefined where none begins there.
   */
  public pathAt({ start, end }: Span): string | undefined {
    const begins = (offset: number) => offset >= start && offset < end;
    let node = this.unwrapped(0);
    if (begins(this.span(node).start)) return '';
    for (let path = ''; ; ) {
      const entries = this.entries(node).map((entry, index) => ({ ...entry, index, at: this.placeOf(entry) }));
      const here = entries.find(({ at }) => begins(at));
      const holder = here ?? entries.filter(({ at }) => at < start).at(-1);
      if (holder === undefined) return undefined;
      path = `${path}${this.segment(holder, holder.index, path === '')}`;
      if (here !== undefined) return path;
      node = this.unwrapped(holder.node);
    }
  }

  private placeOf({ key, node }: Entry): number {
    return (key ?? this.span(node)).start;
  }

  private segment({ key }: Entry, index: number, first: boolean): string {
    if (key === undefined) return `[${index}]`;
    const name = this.keyText(key);
    return /[.[\]/]/.test(name) ? `[${name}]` : `${first ? '' : '.'}${name}`;
  }

  private walk(fieldPath: string): { readonly named: Span; readonly node: number; readonly complete: boolean } {
    let node = this.unwrapped(0);
    let named = this.span(node);
    named = { start: named.start, end: Math.min(named.end, this.endOfLine(named.start)) };
    for (const segment of parseFieldPath(fieldPath)) {
      const entry = this.entry(node, segment);
      if (entry === undefined) return { named, node, complete: false };
      node = this.unwrapped(entry.node);
      const span = this.span(node);
      named = entry.key ?? { start: span.start, end: Math.min(span.end, this.endOfLine(span.start)) };
    }
    return { named, node, complete: true };
  }

  private entry(node: number, segment: string | number): Entry | undefined {
    const entries = this.entries(node);
    if (this.kinds[node] === 'sequence') return entries[Number(segment)];
    return entries.filter(({ key }) => key !== undefined && this.keyText(key) === String(segment)).at(-1);
  }

  /** Remembered, since a list of ten thousand objects is asked for each of them. */
  private entries(node: number): readonly Entry[] {
    const known = this.known.get(node);
    if (known !== undefined) return known;
    const entries = this.entriesOf(node);
    this.known.set(node, entries);
    return entries;
  }

  private entriesOf(node: number): readonly Entry[] {
    const children = this.children(node);
    if (this.kinds[node] === 'sequence') return children.map((child) => ({ key: undefined, node: child }));
    if (this.kinds[node] !== 'mapping') return [];
    const entries: Entry[] = [];
    for (let at = 0; at + 1 < children.length; at += 2) {
      const [key, value] = [children[at] as number, children[at + 1] as number];
      entries.push({ key: this.span(key), node: value });
    }
    return entries;
  }

  private children(node: number): readonly number[] {
    const children: number[] = [];
    const end = node + (this.sizes[node] ?? 1);
    for (let child = node + 1; child < end; child += this.sizes[child] ?? 1) children.push(child);
    return children;
  }

  /** The parser tries a flow collection as a key first and keeps what it read: a node around the node, with its start. */
  private unwrapped(node: number): number {
    const kind = this.kinds[node];
    const child = node + 1;
    if (kind === 'other' || (this.sizes[node] ?? 1) < 2 || this.kinds[child] !== kind) return node;
    return this.span(child).start === this.span(node).start ? this.unwrapped(child) : node;
  }

  private span(node: number): Span {
    const end = this.ends[node] ?? this.text.length;
    SPACE.lastIndex = this.starts[node] ?? 0;
    SPACE.exec(this.text);
    const start = Math.min(SPACE.lastIndex, end);
    return { start, end: start + this.text.slice(start, end).trimEnd().length };
  }

  private keyText({ start, end }: Span): string {
    const text = this.text.slice(start, end);
    const quoted = /^(?:"(.*)"|'(.*)')$/s.exec(text);
    return quoted?.[1] ?? quoted?.[2] ?? text;
  }

  private endOfLine(offset: number): number {
    const end = this.text.indexOf('\n', offset);
    return end < 0 ? this.text.length : end;
  }

  private listener(): (this: State, event: EventType, state: State) => void {
    const open: number[] = [];
    return (event, state) => {
      if (event === 'open') {
        open.push(this.starts.length);
        this.starts.push(state.position);
        this.ends.push(0);
        this.sizes.push(1);
        this.kinds.push('other');
        return;
      }
      const node = open.pop() ?? 0;
      this.ends[node] = state.position;
      this.sizes[node] = this.starts.length - node;
      const { kind } = state as unknown as { readonly kind: string | null };
      if (kind === 'mapping' || kind === 'sequence') this.kinds[node] = kind;
    };
  }
}

/** What may stand before a node: blank space and comments. */
const SPACE = /(?:\s+|(?<=\s)#[^\n]*)*/y;
