import { decodeFile, encode, SourceText } from '../../../lib/cli/input/text';

const TEXT = 'kind: Ä\r\n# 漢字 🎉\n';

test.each([
  ['utf-8', Buffer.from(TEXT)],
  ['utf-8 with mark', Buffer.from(`\ufeff${TEXT}`)],
  ['utf-16le', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
  ['utf-16be', Buffer.from(`\ufeff${TEXT}`, 'utf16le').swap16()],
])('%s is read without its mark and written back as it was', (encoding, bytes) => {
  const decoded = decodeFile(bytes);
  expect(decoded).toEqual({ text: TEXT, encoding });
  expect(Buffer.from(encode(decoded)).equals(bytes)).toBe(true);
});

test('bytes that are no text are refused', () => {
  expect(() => decodeFile(Uint8Array.from([0x61, 0xff, 0xfe]))).toThrow('not valid');
});

test('places count from 1', () => {
  const source = new SourceText('a.yaml', 'ab\ncd\n\ne');
  const places = [0, 1, 2, 3, 6, 7].map((offset) => source.positionOf(offset));
  expect(places.map(({ line, column }) => `${line}:${column}`)).toEqual(['1:1', '1:2', '1:3', '2:1', '3:1', '4:1']);
});
