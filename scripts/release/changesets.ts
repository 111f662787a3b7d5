import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SIZES = ['patch', 'minor', 'major'] as const;

export type Size = (typeof SIZES)[number];

/** The sizes that the changesets in a checkout announce, one a file. */
export function announced(root: string): readonly Size[] {
  const folder = join(root, '.changeset');
  const files = existsSync(folder)
    ? readdirSync(folder).filter((file) => file.endsWith('.md') && file !== 'README.md')
    : [];
  return files.flatMap((file) => {
    const frontMatter = /^---\n([\s\S]*?)\n---/.exec(readFileSync(join(folder, file), 'utf8'))?.[1] ?? '';
    return SIZES.filter((size) => new RegExp(`:\\s*["']?${size}["']?\\s*$`, 'm').test(frontMatter));
  });
}

/** How much larger a version is than the one before; undefined where they are equal. */
export function sizeBetween(before: string, after: string): Size | undefined {
  const [old, now] = [before, after].map((version) => version.split('-')[0]?.split('.').map(Number) ?? []);
  const index = now?.findIndex((part, at) => part !== old?.[at]) ?? -1;
  return index < 0 ? undefined : (['major', 'minor', 'patch'] as const)[index];
}

/** Whether a release of a size may break users of the version before: below 1.0 a minor one may. */
export function mayBreak(before: string, size: Size): boolean {
  return size === 'major' || (size === 'minor' && before.startsWith('0.'));
}
