import fc from 'fast-check';
import { isEqual } from '../../lib/admission/immutable';

test('everything is equal to itself', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => isEqual(value, JSON.parse(JSON.stringify(value)))));
});

test('being equal goes both ways', () => {
  fc.assert(fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => isEqual(a, b) === isEqual(b, a)));
});

test.each([
  ['an absent list and an empty one', { a: [] }, {}],
  ['absent labels and empty ones', { labels: {} }, {}],
  ['an absent text and an empty one', { name: '' }, {}],
  ['hostNetwork that is false or absent', { hostNetwork: false }, {}],
  ['a quantity written otherwise', { limits: { cpu: '1' } }, { limits: { cpu: '1000m' } }],
])('%s are equal', (_, a, b) => {
  expect(isEqual(a, b)).toBe(true);
});

test.each([
  ['a pointer to false and none', { runAsNonRoot: false }, {}],
  ['user 0 and none', { runAsUser: 0 }, {}],
  ['an empty struct and none', { emptyDir: {} }, {}],
  ['lists in another order', { args: ['a', 'b'] }, { args: ['b', 'a'] }],
  ['texts that would be equal quantities', { value: '1' }, { value: '1000m' }],
])('%s are not equal', (_, a, b) => {
  expect(isEqual(a, b)).toBe(false);
});
