import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { NOTES_EXAMPLES } from './documented-examples/notes-examples';

const ROOT = resolve(__dirname, '../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

test('the README of the documented examples counts as many as there are', () => {
  const rows = [...read('apps/documented-examples/README.md').matchAll(/^\| [^|]+ \| (\d+) \| /gm)];
  expect(rows.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(NOTES_EXAMPLES.length);
  expect(read('apps/documented-examples/README.md')).toContain(`hold ${NOTES_EXAMPLES.length} examples`);
});
