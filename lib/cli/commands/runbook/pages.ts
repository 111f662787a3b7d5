import type { App } from './apps';
import { plain } from './markdown';
import { type PageContext, type PageOfApp, pageOf } from './page';
import { Anchors } from './sections';

/** An app, and what its set is called where there are several: the folder it was read from. */
export interface AppOfSet {
  readonly app: App;
  readonly source: string | null;
}

/** All pages in one document, with an index of the apps where there are several. */
export function oneDocument(apps: readonly AppOfSet[], context: PageContext): string {
  const anchors = new Anchors();
  const pages = titled(apps, anchors);
  const written = pages.map((page) => pageOf(page, context, anchors));
  if (pages.length < 2) return written.join('');
  const index = pages.map(({ title, anchor }) => `- [${plain(title)}](#${anchor})`);
  return ['# Runbooks', '', ...index, '', written.join('\n')].join('\n');
}

/** A file for each app, and `index.md` that links to them; whatever a name holds, it is one file name. */
export function manyDocuments(
  apps: readonly AppOfSet[],
  context: PageContext,
): ReadonlyArray<{ readonly file: string; readonly text: string }> {
  const names = new Anchors();
  const index = names.of('index');
  const pages = titled(apps, names);
  const files = pages.map((page) => ({ file: `${page.anchor}.md`, text: pageOf(page, context, new Anchors()) }));
  const links = pages.map(({ title }, position) => `- [${plain(title)}](${files[position]?.file})`);
  return [...files, { file: `${index}.md`, text: ['# Runbooks', '', ...links, ''].join('\n') }];
}

function titled(apps: readonly AppOfSet[], anchors: Anchors): readonly PageOfApp[] {
  return apps.map(({ app, source }) => {
    const { namespace, name } = app;
    const title = namespace === null ? name : `${namespace}/${name}`;
    return {
      app,
      title: source === null ? title : `${title} (${source})`,
      anchor: anchors.of([source, namespace, name].filter((part) => part !== null).join('-')),
    };
  });
}
