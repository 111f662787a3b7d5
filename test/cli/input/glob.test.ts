import { findByGlob } from '../../../lib/cli/input/find-files';
import { type Glob, globOf } from '../../../lib/cli/input/glob';
import { useFolder } from '../captured';

const write = useFolder();

const found = (pattern: string) => findByGlob(globOf(pattern) as Glob);

beforeEach(() => {
  write({
    'k8s/a.yaml': '',
    'k8s/b.json': '',
    'k8s/notes.md': '',
    'k8s/deep/er/c.yaml': '',
    'k8s/.hidden/d.yaml': '',
    'k8s/node_modules/e.yaml': '',
    'apps/f.yml': '',
  });
});

test.each([
  ['k8s/**/*.yaml', ['k8s/a.yaml', 'k8s/deep/er/c.yaml']],
  ['k8s/*', ['k8s/a.yaml', 'k8s/b.json']],
  ['./k8s/*.yaml', ['k8s/a.yaml']],
  ['**', ['apps/f.yml', 'k8s/a.yaml', 'k8s/b.json', 'k8s/deep/er/c.yaml']],
  ['{apps,k8s}/*.{yml,yaml}', ['apps/f.yml', 'k8s/a.yaml']],
  ['k8s/*.md', ['k8s/notes.md']],
  ['k8s/.hidden/*.yaml', ['k8s/.hidden/d.yaml']],
  ['k8s/**/.hidden/*', ['k8s/.hidden/d.yaml']],
  ['k8s/**/node_modules/*', ['k8s/node_modules/e.yaml']],
  ['gone/*.yaml', []],
])('%s', (pattern, files) => {
  expect(found(pattern)).toEqual(files);
});

test('a path above the working folder, and an absolute one', () => {
  process.chdir('apps');
  expect(found('../k8s/*.json')).toEqual(['../k8s/b.json']);
  const above = process.cwd().replace(/\/apps$/, '');
  expect(found(`${above}/k8s/*.json`)).toEqual([`${above}/k8s/b.json`]);
});

test('a plain path is no glob', () => {
  expect(globOf('k8s/a.yaml')).toBeUndefined();
});
