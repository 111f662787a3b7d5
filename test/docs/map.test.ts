import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { exports } from '../../package.json';
import { renames } from '../../scripts/docs/renames';

const ROOT = resolve(__dirname, '../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const pagesIn = (folder: string) => readdirSync(join(ROOT, folder)).filter((file) => file.endsWith('.md'));
const map = read('docs/README.md');

test('the map of the docs links every page', () => {
  const folders = ['constructs', 'library'].flatMap((folder) =>
    pagesIn(`docs/${folder}`).map((page) => `${folder}/${page}`),
  );
  const pages = [
    ...pagesIn('docs').filter((page) => page !== 'README.md'),
    ...folders,
    'rules/README.md',
    'diagnoses/README.md',
  ];
  expect(pages.filter((page) => !map.includes(`(${page})`))).toEqual([]);
});

test('each construct has a page, which says when not to use it', () => {
  const sources = readdirSync(join(ROOT, 'lib/constructs')).filter((file) => file.endsWith('.ts'));
  const constructs = sources.filter((file) =>
    /^export class \w+ extends Construct /m.test(read(`lib/constructs/${file}`)),
  );
  expect(constructs.length).toBeGreaterThanOrEqual(6);
  expect(pagesIn('docs/constructs')).toEqual(constructs.map((file) => file.replace(/\.ts$/, '.md')));
  for (const page of pagesIn('docs/constructs')) {
    expect(read(`docs/constructs/${page}`)).toMatch(/## When not to use it\n\n- [\s\S]*```yaml\napiVersion: /);
  }
});

test('each subpath has a page with an example and what it exports', () => {
  const subpaths = Object.keys(exports).flatMap((path) => /^\.\/([a-z]+)$/.exec(path)?.[1] ?? []);
  expect(pagesIn('docs/library')).toEqual(subpaths.map((path) => `${path}.md`).sort());
  for (const path of subpaths) {
    expect(read(`docs/library/${path}.md`)).toMatch(
      new RegExp(`from 'cdk8s-lifecycle/${path}';[\\s\\S]*## What it exports[\\s\\S]*### `),
    );
  }
});

test('what the changelog calls breaking is in the upgrade guide', () => {
  const breaking = read('CHANGELOG.md').match(/\*\*Breaking/g) ?? [];
  expect(renames().split('\n').slice(2)).toHaveLength(breaking.length);
  expect(read('docs/upgrade.md')).toContain(renames());
});
