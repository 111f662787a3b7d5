import fc from 'fast-check';
import { widthOf, wrap } from '../../../lib/rollout/picture/wrap';

test('a text is broken between words', () => {
  expect(wrap('one two three', widthOf('one two', 10), 10)).toEqual(['one two', 'three']);
});

test('a word that is wider than a line is broken within', () => {
  expect(wrap('abcdefgh', widthOf('abc', 10), 10)).toEqual(['abc', 'def', 'gh']);
});

test('East Asian letters are as wide as they are high', () => {
  expect(wrap('滚动更新', 22, 10)).toEqual(['滚动', '更新']);
});

test('no letter is lost, and no line is wider than allowed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 30, max: 300 }), (text, width) => {
      const lines = wrap(text, width, 12);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      for (const line of lines.filter((each) => [...each].length > 1)) {
        expect(widthOf(line, 12)).toBeLessThanOrEqual(width);
      }
    }),
  );
});
