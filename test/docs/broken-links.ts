import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** What is not in the package is linked by its address, and looked up in the repository. */
const IN_REPOSITORY = /^https:\/\/github\.com\/cdk8s-lifecycle\/cdk8s-lifecycle\/(?:blob|tree)\/main\//;
const REPOSITORY = resolve(__dirname, '../..');

const LINK = /\]\(([^)\s]+)\)/g;
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-');

/** The relative links of a Markdown page below a folder that lead to no file, or to no heading of it. */
export function brokenLinks(root: string, page: string): string[] {
  const text = readFileSync(join(root, page), 'utf8').replace(/```[\s\S]*?```|`[^`\n]*`/g, '');
  return [...text.matchAll(LINK)].flatMap(([, link = '']) => {
    if (IN_REPOSITORY.test(link)) {
      return existsSync(join(REPOSITORY, link.replace(IN_REPOSITORY, ''))) ? [] : [`${page}: ${link}`];
    }
    if (/^[a-z]+:/.test(link)) return [];
    const [path = '', anchor] = link.split('#');
    const target = path === '' ? join(root, page) : resolve(root, dirname(page), path);
    if (!existsSync(target)) return [`${page}: ${link}`];
    if (anchor === undefined || !target.endsWith('.md')) return [];
    const written = readFileSync(target, 'utf8');
    const headings = written.match(/^#+ .*$/gm) ?? [];
    const isThere =
      headings.some((heading) => anchorOf(heading.replace(/^#+ /, '')) === anchor) ||
      written.includes(`<a id="${anchor}"></a>`);
    return isThere ? [] : [`${page}: ${link}`];
  });
}
