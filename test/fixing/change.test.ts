import { withValueAt } from '../../lib/fixing/change';

test('a field is set in a copy', () => {
  const value = { a: { b: 1 }, c: [{ d: 2 }, { d: 3 }] };
  expect(withValueAt(value, 'a.b', 5)).toEqual({ a: { b: 5 }, c: [{ d: 2 }, { d: 3 }] });
  expect(withValueAt(value, 'c[1].d', 5)).toEqual({ a: { b: 1 }, c: [{ d: 2 }, { d: 5 }] });
  expect(value.a.b).toBe(1);
});

test('what is missing on the way is made', () => {
  expect(withValueAt({}, 'a.b', 1)).toEqual({ a: { b: 1 } });
  expect(withValueAt({ a: null }, 'a.b', 1)).toEqual({ a: { b: 1 } });
});
