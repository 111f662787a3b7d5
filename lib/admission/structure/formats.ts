import { parseQuantity } from '../../kubernetes/text/quantity';

const RFC3339 = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:[.,]\d+)?(?:Z|[+-](\d{2}):(\d{2}))$/;

/** Tells whether Go's time.Parse(time.RFC3339) reads a text. */
export function isTime(text: string): boolean {
  const match = RFC3339.exec(text);
  if (match === null) return false;
  const [year, month, day, hour, minute, second, zoneHour, zoneMinute] = match
    .slice(1)
    .map((part) => Number(part ?? 0)) as [number, number, number, number, number, number, number, number];
  const daysOfMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return (
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysOfMonth &&
    hour < 24 &&
    minute < 60 &&
    second < 60 &&
    zoneHour <= 24 &&
    zoneMinute < 60
  );
}

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Tells whether Go's base64.StdEncoding decodes a text; it passes over line ends. */
export function isBase64(text: string): boolean {
  return BASE64.test(text.replace(/[\r\n]/g, ''));
}

/** Tells whether Kubernetes reads a JSON value as a quantity; blanks around it do not matter. */
export function isQuantity(value: unknown): boolean {
  const text = typeof value === 'string' ? value.trim() : value;
  return parseQuantity(text) !== undefined;
}

/** Tells whether a JSON number is a whole one that fits into a signed integer of 32 or 64 bits. */
export function isInteger(value: unknown, bits: 32 | 64): value is number {
  if (typeof value !== 'number' || !Number.isInteger(value)) return false;
  const limit = 2 ** (bits - 1);
  return value >= -limit && value < limit;
}

/** Tells whether a value is a list of bytes, which Go reads in the place of base64. */
export function isByteList(value: unknown): value is readonly (number | null)[] {
  return (
    Array.isArray(value) && value.every((byte) => byte === null || (isInteger(byte, 32) && byte >= 0 && byte <= 255))
  );
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Writes bytes in base64. */
export function encodeBytes(bytes: readonly (number | null)[]): string {
  let text = '';
  for (let index = 0; index < bytes.length; index += 3) {
    const [a, b, c] = [bytes[index], bytes[index + 1], bytes[index + 2]];
    const bits = ((a ?? 0) << 16) | ((b ?? 0) << 8) | (c ?? 0);
    const letters = [18, 12, 6, 0].map((shift) => LETTERS.charAt((bits >> shift) & 63));
    const missing = b === undefined ? 2 : c === undefined ? 1 : 0;
    text += letters.slice(0, 4 - missing).join('') + '='.repeat(missing);
  }
  return text;
}
