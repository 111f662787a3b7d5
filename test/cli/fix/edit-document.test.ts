import { applyEdits, editDocument } from '../../../lib/cli/fix/edit-document';
import { parseDocuments } from '../../../lib/cli/input/parse-documents';
import { SourceText } from '../../../lib/cli/input/text';
import type { Json } from '../../../lib/kubernetes/views/json';

function edit(text: string, ...settings: ReadonlyArray<readonly [path: string, value: Json]>) {
  const [document] = parseDocuments(new SourceText('a.yaml', text)).documents;
  if (document === undefined) throw new Error('the text holds no document');
  return editDocument(
    document,
    settings.map(([path, value]) => ({ id: path, path, value })),
  );
}

test('what ends at one place is written from the deepest to the shallowest', () => {
  expect(edit('a:\n  b:\n    c: 1\n', ['d', 4], ['a.b.d', 2], ['a.d', 3]).text).toBe(
    'a:\n  b:\n    c: 1\n    d: 2\n  d: 3\nd: 4\n',
  );
});

test('two fields of one missing parent are set one after the other', () => {
  const first = edit('a: 1\n', ['b.c', 2], ['b.d', 3]);
  expect(first).toMatchObject({ text: 'a: 1\nb:\n  c: 2\n', done: ['b.c'], later: ['b.d'] });
  expect(edit(first.text, ['b.d', 3]).text).toBe('a: 1\nb:\n  c: 2\n  d: 3\n');
});

test('what cannot be edited is told, and the rest is done', () => {
  const { text, done, refused } = edit('a: &x {b: 1}\nc: *x\nd: 1\n', ['c.b', 2], ['d', 2]);
  expect(text).toBe('a: &x {b: 1}\nc: *x\nd: 2\n');
  expect(done).toEqual(['d']);
  expect(refused).toEqual([{ id: 'c.b', because: 'it stands behind an alias' }]);
});

test('a document with a key twice is edited at the one that counts', () => {
  expect(edit('a:\n  b: 1\na:\n  b: 2\n', ['a.c', 3]).text).toBe('a:\n  b: 1\na:\n  b: 2\n  c: 3\n');
});

test('edits of a text are applied by their places', () => {
  const edits = [
    { start: 4, end: 5, text: 'X' },
    { start: 0, end: 1, text: '' },
  ];
  expect(applyEdits('abcdef', edits)).toBe('bcdXf');
});
