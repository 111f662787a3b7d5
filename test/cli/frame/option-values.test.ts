import { splitList } from '../../../lib/cli/frame/option-values';

test('commas and repetition add up to one list', () => {
  expect(splitList('c,', splitList(' a , b'))).toEqual(['a', 'b', 'c']);
});
