import { forget, once, whileUnchanged } from '../../../lib/constructs/synth/unchanged';

const key = {};

test('a value is computed once while the tree cannot change, and each time while it can', () => {
  let count = 0;
  const ask = () => once(key, () => ++count);
  expect([ask(), ask()]).toEqual([1, 2]);
  expect(whileUnchanged(() => [ask(), whileUnchanged(ask), ask()])).toEqual([3, 3, 3]);
  expect(ask()).toBe(4);
});

test('what is forgotten is computed again, and an error ends the time of no change', () => {
  let count = 0;
  const ask = () => once(key, () => ++count);
  whileUnchanged(() => {
    ask();
    forget(key);
    expect(ask()).toBe(2);
  });
  expect(() =>
    whileUnchanged(() => {
      throw new Error('no');
    }),
  ).toThrow('no');
  expect([ask(), ask()]).toEqual([3, 4]);
});
