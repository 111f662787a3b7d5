import type { Report } from './report';

/** An address in its parts; `text` is the form in which Kubernetes 1.36 on wants it written. */
export interface IpAddress {
  readonly family: 'IPv4' | 'IPv6';
  readonly bytes: readonly number[];
}

/** Reads an address as Go's netutils.ParseIPSloppy does: an IPv4 number may have leading zeros. */
export function parseIp(text: string): IpAddress | undefined {
  return text.includes(':') ? parseV6(text) : parseV4(text);
}

function parseV4(text: string): IpAddress | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,}$/.test(part) && Number(part) <= 255)) return undefined;
  return { family: 'IPv4', bytes: parts.map(Number) };
}

function parseV6(text: string): IpAddress | undefined {
  if (/[^0-9a-fA-F:.]/.test(text)) return undefined;
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map(bytesOfV6);
  if (head === undefined || (halves.length === 2 && tail === undefined)) return undefined;
  const rest = tail ?? [];
  const missing = 16 - head.length - rest.length;
  if (halves.length === 2 ? missing < 2 : missing !== 0) return undefined;
  const bytes = [...head, ...Array.from({ length: missing }, () => 0), ...rest];
  const isMapped = bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 255 && bytes[11] === 255;
  return isMapped ? { family: 'IPv4', bytes: bytes.slice(12) } : { family: 'IPv6', bytes };
}

function bytesOfV6(half: string): number[] | undefined {
  if (half === '') return [];
  const bytes: number[] = [];
  const groups = half.split(':');
  for (const [index, group] of groups.entries()) {
    if (group.includes('.')) {
      const v4 = index === groups.length - 1 ? parseV4(group) : undefined;
      if (v4 === undefined) return undefined;
      bytes.push(...v4.bytes);
    } else if (/^[0-9a-fA-F]{1,4}$/.test(group)) {
      const value = Number.parseInt(group, 16);
      bytes.push(value >> 8, value & 255);
    } else return undefined;
  }
  return bytes;
}

/** What is doubtful about an address that reads: it is an IPv4 address in IPv6 form, or has leading zeros. */
function isAmbiguous(text: string): boolean {
  if (text.includes(':')) return parseIp(text)?.family === 'IPv4' || (text.includes('.') && hasLeadingZero(text));
  return hasLeadingZero(text);
}

function hasLeadingZero(text: string): boolean {
  return (
    text
      .split(':')
      .at(-1)
      ?.split('.')
      .some((part) => part.length > 1 && part.startsWith('0')) ?? false
  );
}

/** Source: apimachinery validation IsValidIPForLegacyField; strict from 1.36 on. */
export function validateIp(text: string, path: string, report: Report): void {
  if (parseIp(text) === undefined)
    report.invalid(path, text, 'must be an IP address such as 10.9.8.7 or 2001:db8::ffff');
  else if (report.has('StrictIPCIDRValidation') && isAmbiguous(text))
    report.invalid(path, text, 'must not have leading zeros, nor be an IPv4 address in IPv6 form');
}

/** An address block in its parts. */
export interface IpBlock {
  readonly address: IpAddress;
  readonly prefixLength: number;
}

/** Reads `10.0.0.0/8` as Go's netutils.ParseCIDRSloppy does. */
export function parseCidr(text: string): IpBlock | undefined {
  const slash = text.indexOf('/');
  if (slash < 0) return undefined;
  const written = text.slice(0, slash);
  const address = parseIp(written);
  const length = text.slice(slash + 1);
  if (address === undefined || !/^\d+$/.test(length)) return undefined;
  const isV6Form = written.includes(':');
  if (Number(length) > (isV6Form ? 128 : 32)) return undefined;
  return { address, prefixLength: Number(length) };
}

/** Source: apimachinery validation IsValidCIDRForLegacyField; strict from 1.36 on. */
export function validateCidr(text: string, path: string, report: Report): void {
  const block = parseCidr(text);
  if (block === undefined) {
    report.invalid(path, text, 'must be a block of addresses such as 10.9.8.0/24 or 2001:db8::/64');
    return;
  }
  if (!report.has('StrictIPCIDRValidation')) return;
  const [address = '', length = ''] = text.split('/');
  const isDoubtful = isAmbiguous(address) || (length.length > 1 && length.startsWith('0'));
  if (isDoubtful) report.invalid(path, text, 'must not have leading zeros, nor be an IPv4 block in IPv6 form');
  else if (hasHostBits(block)) report.invalid(path, text, 'must not have bits set after its prefix');
}

function hasHostBits({ address, prefixLength }: IpBlock): boolean {
  return address.bytes.some((byte, index) => {
    const fixed = Math.max(0, Math.min(8, prefixLength - index * 8));
    return (byte & (0xff >> fixed)) !== 0;
  });
}
