import { parseDocument } from 'yaml';
import { columnOf, layoutOf } from '../../../lib/cli/fix/layout';

const read = (text: string) => layoutOf(parseDocument(text).contents, text);

test.each([
  ['a:\n  b: 1\n', { step: 2, indentsLists: false, lineEnd: '\n' }],
  ['a:\n    b: 1\nc:\n  - d\n', { step: 4, indentsLists: true, lineEnd: '\n' }],
  ['a:\n- b\nc:\n   d: 1\n', { step: 3, indentsLists: false, lineEnd: '\n' }],
  ['a: {b: {c: 1}}\r\n', { step: 2, indentsLists: false, lineEnd: '\r\n' }],
])('%j', (text, layout) => {
  expect(read(text)).toEqual(layout);
});

test('columns count from 0', () => {
  expect([0, 1, 3, 4].map((offset) => columnOf('ab\ncd', offset))).toEqual([0, 1, 0, 1]);
});
