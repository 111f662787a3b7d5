import fc from 'fast-check';
import {
  encodeBytes,
  isBase64,
  isByteList,
  isInteger,
  isQuantity,
  isTime,
} from '../../../lib/admission/structure/formats';

test('a list of bytes is written as Node writes base64', () => {
  fc.assert(fc.property(fc.uint8Array(), (bytes) => encodeBytes([...bytes]) === Buffer.from(bytes).toString('base64')));
});

test('base64 is what bytes can be written as, line ends aside', () => {
  fc.assert(fc.property(fc.uint8Array(), (bytes) => isBase64(Buffer.from(bytes).toString('base64'))));
  expect(['YQ', 'a', '%%%%', 'YQ=', 'YQ===', 'YQ==YQ=='].filter(isBase64)).toEqual([]);
  expect(isBase64('YW\nJj')).toBe(true);
});

test('a time is one of RFC 3339', () => {
  fc.assert(
    fc.property(fc.date({ noInvalidDate: true, min: new Date('0100-01-01'), max: new Date('9999-12-31') }), (date) =>
      isTime(date.toISOString()),
    ),
  );
  const bad = [
    '',
    '2024-01-01',
    '2024-13-01T00:00:00Z',
    '2023-02-29T00:00:00Z',
    '2024-01-01T24:00:00Z',
    '2024-01-01T00:00:00',
  ];
  expect(bad.filter(isTime)).toEqual([]);
});

test('integers have the width that they are asked for', () => {
  expect([2 ** 31 - 1, -(2 ** 31), 0].every((each) => isInteger(each, 32))).toBe(true);
  expect([2 ** 31, 1.5, '1', Number.NaN, null].some((each) => isInteger(each, 32))).toBe(false);
  expect(isInteger(2 ** 53, 64)).toBe(true);
  expect(isInteger(2 ** 63, 64)).toBe(false);
});

test('bytes are whole numbers up to 255', () => {
  expect(isByteList([0, 255, null])).toBe(true);
  expect(isByteList([256])).toBe(false);
  expect(isByteList('YQ==')).toBe(false);
});

test('a quantity may have blanks around it, and be a number', () => {
  expect([' 1Gi ', 1.5, '250m'].every(isQuantity)).toBe(true);
  expect(['', '1GB', true, null].some(isQuantity)).toBe(false);
});
