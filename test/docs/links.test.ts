import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brokenLinks } from './broken-links';

const ROOT = resolve(__dirname, '../..');
const pages = ['docs', 'apps']
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  )
  .concat(['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'])
  .filter((file) => file.endsWith('.md') && !file.includes('node_modules'));

test('every link from one page to another leads somewhere', () => {
  expect(pages.length).toBeGreaterThan(100);
  expect(pages.flatMap((page) => brokenLinks(ROOT, page))).toEqual([]);
});
