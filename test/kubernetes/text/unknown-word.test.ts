import { unknownWord } from '../../../lib/kubernetes/text/unknown-word';

test('a word that is near names the one that was meant', () => {
  expect(unknownWord('rule', 'prestop-fit-grace', ['prestop-exists', 'prestop-fits-grace'])).toBe(
    'unknown rule "prestop-fit-grace"; did you mean "prestop-fits-grace"?',
  );
});

test('a word that is far from all lists what is allowed where the list is short', () => {
  expect(unknownWord('format', 'xml2000', ['text', 'json'])).toBe('unknown format "xml2000"; write one of text, json');
  const many = Array.from({ length: 30 }, (_, index) => `candidate-${index}`);
  expect(unknownWord('format', 'xml2000', many)).toBe('unknown format "xml2000"');
});
