import fc from 'fast-check';
import { hasDuplicateKeys } from '../../../lib/cli/input/json-keys';

const has = (text: string) => hasDuplicateKeys(text, JSON.parse(text));

test.each([
  ['{"a": 1, "a": 2}', true],
  ['{"a": {"b": 1}, "c": [{"b": 1, "b": 2}]}', true],
  ['{"a": "b\\": 1", "c": "\\"a\\":"}', false],
  ['{"a": {"a": {"a": 1}}}', false],
  ['[]', false],
])('%s', (text, expected) => {
  expect(has(text)).toBe(expected);
});

test('what JSON.stringify prints holds no key twice', () => {
  fc.assert(fc.property(fc.object(), (value) => !has(JSON.stringify(value))));
});
