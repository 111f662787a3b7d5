import { CannotEdit } from '../../../lib/cli/fix/cannot-edit';
import { EditableYaml } from '../../../lib/cli/fix/edit-yaml';
import type { Json } from '../../../lib/kubernetes/views/json';

function set(text: string, path: string, value: Json): string {
  const edit = EditableYaml.of(text).set(path, value);
  return text.slice(0, edit.start) + edit.text + text.slice(edit.end);
}

test('a value is replaced, and what stands beside it stays', () => {
  expect(set('a:  1   # one\nb: 2\n', 'a', 3)).toBe('a:  3   # one\nb: 2\n');
  expect(set('a: [{b: "x"}, {b: y}]\n', 'a[0].b', 'z')).toBe('a: [{b: "z"}, {b: y}]\n');
  expect(set("a: 'x'\n", 'a', "it's")).toBe("a: 'it''s'\n");
  expect(set('a: x\n', 'a', 'yes')).toBe('a: "yes"\n');
});

test('a missing field is added at the end of what holds it, in the layout of the document', () => {
  const text = 'spec:\n    containers:\n        - name: web # the app\n          image: x\n    # end\n';
  expect(set(text, 'spec.containers[0].lifecycle.preStop', { sleep: { seconds: 10 } })).toBe(
    'spec:\n    containers:\n        - name: web # the app\n          image: x\n          lifecycle:\n              preStop:\n                  sleep:\n                      seconds: 10\n    # end\n',
  );
});

test('lists are added as deep as the others of the document', () => {
  expect(set('a:\n- b\nc: 1\n', 'd', ['e'])).toBe('a:\n- b\nc: 1\nd:\n- e\n');
  expect(set('a:\n  - b\nc: 1\n', 'd', ['e'])).toBe('a:\n  - b\nc: 1\nd:\n  - e\n');
});

test('a file without a last line end gets one before what is added', () => {
  expect(set('a:\n  b: 1', 'a.c', 2)).toBe('a:\n  b: 1\n  c: 2\n');
});

test('Windows line ends stay', () => {
  expect(set('a:\r\n  b: 1\r\nc: 2\r\n', 'a.d.e', 3)).toBe('a:\r\n  b: 1\r\n  d:\r\n    e: 3\r\nc: 2\r\n');
});

test('what is added after a block of text stands before the blank lines', () => {
  expect(set('a:\n  b: |\n    x\n\nc: 1\n', 'a.d', 2)).toBe('a:\n  b: |\n    x\n  d: 2\n\nc: 1\n');
  expect(set('a:\n  b: |+\n    x\n\nc: 1\n', 'a.d', 2)).toBe('a:\n  b: |+\n    x\n\n  d: 2\nc: 1\n');
});

test('flow mappings stay flow mappings', () => {
  expect(set('a: {b: 1, c: {}}\n', 'a.c.d', { e: 2 })).toBe('a: {b: 1, c: {d: { e: 2 }}}\n');
  expect(set('a: { b: 1 }\n', 'a.c', 2)).toBe('a: { b: 1, c: 2 }\n');
  expect(set('a: {\n  b: 1\n}\n', 'a.c', 2)).toBe('a: {\n  b: 1,\n  c: 2\n}\n');
});

test('JSON stays JSON', () => {
  expect(set('{"a":{"b":1}}', 'a.c', { d: 'x' })).toBe('{"a":{"b":1, "c": {"d":"x"}}}');
  expect(set('{\n  "a": {\n    "b": 1\n  }\n}\n', 'a.c', { d: 'x' })).toBe(
    '{\n  "a": {\n    "b": 1,\n    "c": {\n      "d": "x"\n    }\n  }\n}\n',
  );
});

test('a key without a value gets one', () => {
  expect(set('a: # none yet\nb: 1\n', 'a.c', 2)).toBe('a: # none yet\n  c: 2\nb: 1\n');
  expect(set('a:\nb: 1\n', 'a', 5)).toBe('a: 5\nb: 1\n');
  expect(set('a: null\n', 'a.c', 2)).toBe('a:\n  c: 2\n');
});

test.each([
  ['an alias', 'x: &x {b: 1}\na: *x\n', 'a.c'],
  ['an anchor that is used elsewhere', 'a: &x\n  b: 1\ny: *x\n', 'a.c'],
  ['a merge key', 'x: &x {b: {d: 1}}\na:\n  <<: *x\n', 'a.b.c'],
  ['a list item that is not there', 'a: []\n', 'a[0].b'],
  ['a mapping where a number should go', 'a: {b: 1}\n', 'a'],
  ['text that is not a mapping', 'a: text\n', 'a.b'],
])('%s is refused', (_, text, path) => {
  expect(() => EditableYaml.of(text).set(path, 1)).toThrow(CannotEdit);
});

test('an anchor that nothing uses does no harm', () => {
  expect(set('a: &x\n  b: 1\n', 'a.c', 2)).toBe('a: &x\n  b: 1\n  c: 2\n');
});
