import { splitDocuments } from '../../../lib/cli/input/split-documents';

const split = (text: string) => splitDocuments(text).map(({ start, end }) => text.slice(start, end));

test.each([
  ['one document', 'a: 1\n', ['a: 1\n']],
  ['a marker before and after', '---\na: 1\n---\n', ['\na: 1\n']],
  ['content beside the marker', '--- {a: 1}\n--- # b\nb: 2\n', [' {a: 1}\n', ' # b\nb: 2\n']],
  ['the end of a document', 'a: 1\n...\n---\nb: 2\n', ['a: 1\n', '\nb: 2\n']],
  ['directives', '%YAML 1.1\n---\na: 1\n', ['\na: 1\n']],
  ['comments and blank lines alone', '# a\n---\n\n  # b\n---\n', []],
  ['Windows line ends', 'a: 1\r\n---\r\nb: 2', ['a: 1\r\n', '\r\nb: 2']],
  ['dashes that are no marker', '- a\n----\n---x\n--\n', ['- a\n----\n---x\n--\n']],
  ['dashes inside a text', 'a: |\n  ---\n  b\n', ['a: |\n  ---\n  b\n']],
  ['nothing', '', []],
])('%s', (_, text, documents) => {
  expect(split(text)).toEqual(documents);
});
