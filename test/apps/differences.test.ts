import { differences } from './differences';

test('further fields are no difference', () => {
  expect(differences({ a: { b: 1 } }, { a: { b: 1, c: 2 }, d: 3 })).toEqual([]);
});

test('a field that is missing, another value or another type is told with its path', () => {
  expect(differences({ a: [{ b: 1 }, { c: '2' }], d: true }, { a: [{ b: 2 }, { c: 2 }] })).toEqual([
    'a[0].b: expected 1, emitted 2',
    'a[1].c: expected "2", emitted 2',
    'd: expected true, emitted undefined',
  ]);
});

test('a list of another length differs as a whole', () => {
  expect(differences({ a: [1] }, { a: [1, 2] })).toEqual(['a: expected [1], emitted [1,2]']);
});
