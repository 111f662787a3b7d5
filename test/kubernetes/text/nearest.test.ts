import { nearest } from '../../../lib/kubernetes/text/nearest';

test('a misspelled word is led to the one that was meant', () => {
  const ids = ['prestop-exists', 'prestop-fits-grace', 'image-is-pinned'];
  expect(nearest('prestop-fit-grace', ids)).toBe('prestop-fits-grace');
  expect(nearest('image-pinned', ids)).toBe('image-is-pinned');
});

test('two letters that are swapped are one mistake', () => {
  expect(nearest('hots', ['port', 'host'])).toBe('host');
  expect(nearest('iamge', ['name', 'image'])).toBe('image');
});

test('a word that is like none of them leads nowhere', () => {
  expect(nearest('xyz', ['prestop-exists'])).toBeUndefined();
  expect(nearest('anything', [])).toBeUndefined();
});
