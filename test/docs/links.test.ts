import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');
const pages = ['docs', 'apps']
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  )
  .concat(['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'])
  .filter((file) => file.endsWith('.md') && !file.includes('node_modules'));

const LINK = /\]\(([^)\s]+)\)/g;
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-');

function brokenLinks(page: string): string[] {
  const text = readFileSync(join(ROOT, page), 'utf8').replace(/```[\s\S]*?```|`[^`\n]*`/g, '');
  return [...text.matchAll(LINK)].flatMap(([, link = '']) => {
    if (/^[a-z]+:/.test(link)) return [];
    const [path = '', anchor] = link.split('#');
    const target = path === '' ? join(ROOT, page) : resolve(ROOT, dirname(page), path);
    if (!existsSync(target)) return [`${page}: ${link}`];
    if (anchor === undefined || !target.endsWith('.md')) return [];
    const headings = readFileSync(target, 'utf8').match(/^#+ .*$/gm) ?? [];
    return headings.some((heading) => anchorOf(heading.replace(/^#+ /, '')) === anchor) ? [] : [`${page}: ${link}`];
  });
}

test('every link from one page to another leads somewhere', () => {
  expect(pages.length).toBeGreaterThan(100);
  expect(pages.flatMap(brokenLinks)).toEqual([]);
});
