import fc from 'fast-check';
import { formatBytes, formatDecimal, ONE, parseQuantity } from '../../../lib/kubernetes/text/quantity';

test.each([
  ['1', ONE],
  [1, ONE],
  ['250m', ONE / 4n],
  ['1.5', (3n * ONE) / 2n],
  ['.5', ONE / 2n],
  ['5.', 5n * ONE],
  ['1e3', 1000n * ONE],
  ['1E3', 1000n * ONE],
  ['1k', 1000n * ONE],
  ['1Ki', 1024n * ONE],
  ['1.5Gi', 1610612736n * ONE],
  ['-1', -ONE],
  ['+1', ONE],
  ['1n', 1n],
  ['0.1n', 1n],
  ['1E', 10n ** 18n * ONE],
  // Kubernetes reads these as 0.
  ['.', 0n],
  ['-', 0n],
  ['Gi', 0n],
])('%p is read exactly', (text, value) => {
  expect(parseQuantity(text)).toBe(value);
});

test.each(['', ' 1', '1 Gi', '1GB', '1kb', '1e', '0x10', '1_000', 'NaN', '1Kii', null, {}, true])(
  '%p is no quantity',
  (text) => {
    expect(parseQuantity(text)).toBeUndefined();
  },
);

test('order is kept whatever the suffix', () => {
  fc.assert(
    fc.property(fc.nat(10_000_000), fc.nat(10_000_000), (a, b) => {
      const [inMilli, whole] = [parseQuantity(`${a}m`) as bigint, parseQuantity(String(b)) as bigint];
      expect(inMilli < whole).toBe(a < b * 1000);
    }),
  );
});

test('bytes are printed as people write them', () => {
  expect(formatBytes(parseQuantity('256Mi') as bigint)).toBe('256Mi');
  expect(formatBytes(parseQuantity('1536Mi') as bigint)).toBe('1536Mi');
  expect(formatBytes(parseQuantity('1000') as bigint)).toBe('1000');
});

test.each([
  ['256m', '0.256'],
  ['1.1Gi', '1181116006.4'],
  ['1000', '1000'],
  ['-0.5', '-0.5'],
  ['0', '0'],
])('%s as a decimal number is %s', (text, decimal) => {
  expect(formatDecimal(parseQuantity(text) as bigint)).toBe(decimal);
});
