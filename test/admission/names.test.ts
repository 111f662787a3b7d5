import fc from 'fast-check';
import {
  byteLength,
  configMapKey,
  dns1035Label,
  dnsLabel,
  dnsSubdomain,
  envName,
  labelValue,
  maskTrailingDash,
  portName,
  qualifiedName,
  wildcardDnsSubdomain,
} from '../../lib/admission/names';

test.each([
  [dnsLabel, ['a', 'a-b', '0', 'x'.repeat(63)], ['', 'A', 'a.b', '-a', 'a-', 'a_b', 'x'.repeat(64), 'a\n']],
  [dns1035Label, ['a', 'a-1'], ['1a', '', 'a.b']],
  [dnsSubdomain, ['a', 'a.b', `${'x'.repeat(70)}.y`], ['', 'a..b', '.a', 'A.b', 'x'.repeat(254)]],
  [wildcardDnsSubdomain, ['*.example.com'], ['*', '*.*.com', 'a.*.com', 'example.com']],
  [
    qualifiedName,
    ['a', 'A_b.c', 'example.com/a', 'x'.repeat(63)],
    ['', '/a', 'a/', 'A.com/a', 'a/b/c', '-a', 'x'.repeat(64)],
  ],
  [labelValue, ['', 'a', 'A_b.c-d'], ['-a', 'a-', 'a b', 'a/b', 'x'.repeat(64)]],
  [portName, ['http', 'a1', '1a'], ['', '80', 'a--b', '-a', 'a-', 'Http', 'x'.repeat(16)]],
  [configMapKey, ['a', '.dockerconfigjson', 'a..b', 'A_b'], ['', '.', '..', '..a', 'a/b', 'a b']],
] as const)('%p accepts and refuses what Kubernetes does', (check, good, bad) => {
  expect(good.filter((name) => check(name) !== undefined)).toEqual([]);
  expect(bad.filter((name) => check(name) === undefined)).toEqual([]);
});

test('the name of an environment variable was narrower before it was relaxed', () => {
  expect(envName('1A B', true)).toBeUndefined();
  expect(envName('1A B', false)).toContain('must be letters');
  expect(envName('A=B', true)).toContain('"="');
  expect(envName('..A', false)).toContain('".."');
});

test('a length is told in bytes of UTF-8', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => byteLength(text) === Buffer.byteLength(text)));
});

test('a generateName may end in a dash', () => {
  expect(dnsLabel(maskTrailingDash('web-'))).toBeUndefined();
  expect(dnsLabel(maskTrailingDash('web--'))).toBeUndefined();
  expect(dnsLabel(maskTrailingDash('Web-'))).toBeDefined();
});
