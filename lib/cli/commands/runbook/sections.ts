/** A part of a page. Title and body are Markdown already. */
export interface Section {
  readonly title: string;
  readonly body?: readonly string[];
  readonly parts?: readonly Section[];
}

/**
 * Names of places in one document, each given once. Every Markdown program makes other names of headings, so that links
 * hold everywhere only to anchors that are written out.
 */
export class Anchors {
  private readonly used = new Set<string>();

  /** A name of letters, digits and hyphens for what a text says. */
  public of(text: string): string {
    const base =
      text
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-+|-+$/g, '') || 'section';
    let name = base;
    for (let number = 2; this.used.has(name); number += 1) name = `${base}-${number}`;
    this.used.add(name);
    return name;
  }
}

interface Placed {
  readonly section: Section;
  readonly anchor: string;
  readonly parts: readonly Placed[];
}

/** Writes a page: title, introduction, an index of all sections, and the sections. */
export function writePage(
  page: {
    readonly title: string;
    readonly anchor: string;
    readonly introduction: readonly string[];
    readonly sections: readonly Section[];
  },
  anchors: Anchors,
): string {
  const place = (section: Section): Placed => ({
    section,
    anchor: anchors.of(`${page.anchor}-${section.title}`),
    parts: (section.parts ?? []).map(place),
  });
  const placed = page.sections.map(place);
  return [
    anchorMark(page.anchor),
    '',
    `# ${page.title}`,
    '',
    ...page.introduction.flatMap((paragraph) => [paragraph, '']),
    '## Index',
    '',
    ...placed.flatMap((each) => indexLines(each, 0)),
    '',
    ...placed.flatMap((each) => sectionLines(each, 2)),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}

/** A place that links can lead to. */
export function anchorMark(anchor: string): string {
  return `<a id="${anchor}"></a>`;
}

function indexLines({ section, anchor, parts }: Placed, depth: number): readonly string[] {
  return [
    `${'  '.repeat(depth)}- [${section.title}](#${anchor})`,
    ...parts.flatMap((part) => indexLines(part, depth + 1)),
  ];
}

function sectionLines({ section, anchor, parts }: Placed, level: number): readonly string[] {
  return [
    anchorMark(anchor),
    '',
    `${'#'.repeat(level)} ${section.title}`,
    '',
    ...(section.body ?? []).flatMap((block) => [block, '']),
    ...parts.flatMap((part) => sectionLines(part, level + 1)),
  ];
}
