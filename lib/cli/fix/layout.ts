import { isMap, isSeq, type Node, type Pair, visit } from 'yaml';

/** How YAML is written for kubectl: no anchors, no folded lines, quotes where YAML 1.1 asks for them. */
export const PLAIN = { version: '1.1', lineWidth: 0, aliasDuplicateObjects: false } as const;

/** How a document is written, so that what is added looks like the rest. */
export interface Layout {
  /** Blanks a level. */
  readonly step: number;
  /** Whether the dashes of a list stand deeper than its key. */
  readonly indentsLists: boolean;
  readonly lineEnd: '\n' | '\r\n';
}

/** Reads the layout off a document; where it shows nothing, two blanks a level and lists as deep as their key. */
export function layoutOf(root: Node | null, text: string): Layout {
  let step: number | undefined;
  let indentsLists: boolean | undefined;
  visit(root, {
    Pair: (_, pair) => {
      const depth = depthBelow(pair, text);
      if (depth === undefined) return;
      if (isSeq(pair.value)) indentsLists ??= depth > 0;
      if (depth > 0 && isMap(pair.value)) step ??= depth;
    },
  });
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  return { step: step ?? 2, indentsLists: indentsLists ?? false, lineEnd };
}

/** How many columns further to the right the block collection of a pair stands than its key. */
function depthBelow({ key, value }: Pair, text: string): number | undefined {
  if (!(isMap(value) || isSeq(value)) || value.flow === true || value.range == null) return undefined;
  const at = (key as Node | null)?.range?.[0];
  return at === undefined ? undefined : columnOf(text, value.range[0]) - columnOf(text, at);
}

/** The column of an offset, from 0. */
export function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}
