import { nearest, unknown } from '../../lib/cli/did-you-mean';

test('a word that is near gives the one that was meant', () => {
  expect(nearest('prestop-fit-grace', ['prestop-exists', 'prestop-fits-grace'])).toBe('prestop-fits-grace');
});

test('a word that is far from all gives none', () => {
  expect(nearest('completely-else', ['prestop-exists'])).toBeUndefined();
  expect(nearest('x', [])).toBeUndefined();
});

test('the sentence lists what is allowed where the list is short', () => {
  expect(unknown('format', 'xml2000', ['text', 'json'])).toBe('unknown format "xml2000"; write one of text, json');
});
