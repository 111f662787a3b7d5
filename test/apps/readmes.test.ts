import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { NOTES_EXAMPLES } from './documented-examples/notes-examples';

const ROOT = resolve(__dirname, '../..');
const READMES = [
  'apps/documented-examples/README.md',
  'apps/online-boutique/README.md',
  'apps/platform-team/README.md',
  'docs/apps.md',
];
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

test.each(READMES)('every link of %s within this repository leads somewhere', (path) => {
  const links = [...read(path).matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => target);
  const inside = links.filter((target) => !/^https?:/.test(target));
  expect(inside.length).toBeGreaterThan(0);
  expect(inside.filter((target) => !existsSync(join(ROOT, dirname(path), target)))).toEqual([]);
});

test('the README of the documented examples counts as many as there are', () => {
  const rows = [...read('apps/documented-examples/README.md').matchAll(/^\| [^|]+ \| (\d+) \| /gm)];
  expect(rows.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(NOTES_EXAMPLES.length);
  expect(read('apps/documented-examples/README.md')).toContain(`hold ${NOTES_EXAMPLES.length} examples`);
});
