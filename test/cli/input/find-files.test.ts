import { findFiles } from '../../../lib/cli/input/find-files';
import { useFolder } from '../captured';

const write = useFolder();

test('files come in the order of their names, folders among them', () => {
  write({ 'k/b.yaml': '', 'k/a/z.YML': '', 'k/c.json': '', 'k/.b.yaml': '', 'k/d.txt': '', 'k/.git/e.yaml': '' });
  expect(findFiles('k')).toEqual({
    files: ['k/.b.yaml', 'k/a/z.YML', 'k/b.yaml', 'k/c.json'],
    isFolder: true,
    sources: [],
  });
});

test('a file is itself, whatever its name', () => {
  write({ notes: '' });
  expect(findFiles('notes')).toEqual({ files: ['notes'], isFolder: false, sources: [] });
});

test('charts and kustomizations are told, and their own files left out', () => {
  write({ 'k/chart/Chart.yaml': '', 'k/chart/templates/a.yaml': '', 'k/base/kustomization.yml': '' });
  expect(findFiles('k')).toEqual({
    files: ['k/chart/templates/a.yaml'],
    isFolder: true,
    sources: [
      { folder: 'k/base', file: 'k/base/kustomization.yml', tool: 'kustomize' },
      { folder: 'k/chart', file: 'k/chart/Chart.yaml', tool: 'helm' },
    ],
  });
});

test('what is not there is thrown', () => {
  write({});
  expect(() => findFiles('gone')).toThrow('ENOENT');
});
