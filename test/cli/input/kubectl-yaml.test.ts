import { load } from 'js-yaml';
import { KUBECTL_YAML } from '../../../lib/cli/input/kubectl-yaml';

const read = (text: string) => (load(`a: ${text}\n`, { schema: KUBECTL_YAML }) as { readonly a: unknown }).a;

/** Each value is what sigs.k8s.io/yaml 1.6 makes of the text. */
test.each([
  ['yes', true],
  ['y', true],
  ['on', true],
  ['Off', false],
  ['NO', false],
  ['tRUE', 'tRUE'],
  ['"yes"', 'yes'],
  ['', null],
  ['~', null],
  ['nULL', 'nULL'],
  ['0644', 420],
  ['0o644', 420],
  ['08', 8],
  ['0x1f', 31],
  ['-0x10', -16],
  ['0b11', 3],
  ['1_000', 1000],
  ['+1', 1],
  ['1e3', 1000],
  ['.5', 0.5],
  ['5.', 5],
  ['1e', '1e'],
  ['1:30', '1:30'],
  ['1.2.3', '1.2.3'],
  ['1.10', 1.1],
  ['2001-01-01', '2001-01-01'],
  ['!!str 1', '1'],
  ['!!float 3', 3],
  ['!!binary aGVsbG8=', 'hello'],
  ['!ours [1]', [1]],
  ['!ours text', 'text'],
])('%s is read as kubectl reads it', (text, value) => {
  expect(read(text)).toEqual(value);
});

test('keys are text, whatever they look like', () => {
  expect(load('on: 1\n2: 3\n', { schema: KUBECTL_YAML })).toEqual({ true: 1, 2: 3 });
});

test('merge keys are merged, and what is written wins', () => {
  expect(load('a: &x {b: 1, c: 2}\nd: {<<: *x, b: 3}\n', { schema: KUBECTL_YAML })).toEqual({
    a: { b: 1, c: 2 },
    d: { b: 3, c: 2 },
  });
});

test('the closing bracket of a list may stand as deep as its key, as in many real manifests', () => {
  expect(load('a: [\n  1,\n]\nb: {\n}\n', { schema: KUBECTL_YAML })).toEqual({ a: [1], b: {} });
});
