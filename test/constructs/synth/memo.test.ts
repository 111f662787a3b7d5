import { Memo } from '../../../lib/constructs/synth/memo';

const key = {};
const memo = new Memo();

test('a value is computed once while the tree cannot change, and each time while it can', () => {
  let count = 0;
  const ask = () => memo.once(key, () => ++count);
  expect([ask(), ask()]).toEqual([1, 2]);
  expect(memo.whileUnchanged(() => [ask(), memo.whileUnchanged(ask), ask()])).toEqual([3, 3, 3]);
  expect(ask()).toBe(4);
});

test('what is forgotten is computed again, and an error ends the time of no change', () => {
  let count = 0;
  const ask = () => memo.once(key, () => ++count);
  memo.whileUnchanged(() => {
    ask();
    memo.forget(key);
    expect(ask()).toBe(2);
  });
  expect(() =>
    memo.whileUnchanged(() => {
      throw new Error('no');
    }),
  ).toThrow('no');
  expect([ask(), ask()]).toEqual([3, 4]);
});
