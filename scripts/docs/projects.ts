import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from '../docs';

const ROOT = resolve(__dirname, '../..');
const PATH = 'docs/projects.md';
const BLOCK = /<!-- file: (.+?) -->\n[\s\S]*?<!-- end -->/g;

/** docs/projects.md with the programs that the tests of the projects run. */
export async function pages(): Promise<readonly Page[]> {
  const text = readFileSync(join(ROOT, PATH), 'utf8').replace(BLOCK, (_, file: string) => {
    const source = readFileSync(join(ROOT, file), 'utf8').trimEnd();
    return `<!-- file: ${file} -->\n\`\`\`ts\n${source}\n\`\`\`\n<!-- end -->`;
  });
  return [{ path: PATH, text }];
}
