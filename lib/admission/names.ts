// The name formats of Kubernetes. Each function answers with what is wrong with a value, or undefined where nothing is.
// Source: k8s.io/apimachinery/pkg/util/validation/validation.go and pkg/api/validate/content/ (dns.go, kube.go).

/** What is wrong with a value, in words that follow "and"; undefined where nothing is. */
export type Complaint = string | undefined;

/** A check of the name of an object. */
export type NameCheck = (name: string) => Complaint;

const DNS_LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const DNS_SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const DNS_SUBDOMAIN_UNDERSCORE = /^_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?(\._?[a-z0-9]([-_a-z0-9]*[a-z0-9])?)*$/;
const DNS_1035_LABEL = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
const WILDCARD_SUBDOMAIN = /^\*\.[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const QUALIFIED_NAME = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;
const LABEL_VALUE = /^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/;

const NO_LABEL = 'must be lower-case letters, digits and "-", beginning and ending with a letter or digit';
const NO_SUBDOMAIN =
  'must be lower-case letters, digits, "-" and ".", each part beginning and ending with a letter or digit';

/** How long a text is in bytes of UTF-8, as Go counts. */
export function byteLength(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code > 0x7ff) bytes += code >= 0xd800 && code <= 0xdfff ? 1 : 2;
    else if (code > 0x7f) bytes += 1;
  }
  return bytes;
}

/** The beginning of a text, in whole characters of at most so many bytes of UTF-8. */
export function firstBytes(text: string, most: number): string {
  if (text.length <= most / 3) return text;
  let end = Math.min(text.length, most);
  while (byteLength(text.slice(0, end)) > most) end--;
  return text.slice(0, end);
}

function tooLong(value: string, most: number): Complaint {
  return byteLength(value) > most ? `must be at most ${most} characters long` : undefined;
}

export const dnsLabel: NameCheck = (value) => tooLong(value, 63) ?? (DNS_LABEL.test(value) ? undefined : NO_LABEL);

export const dnsSubdomain: NameCheck = (value) =>
  tooLong(value, 253) ?? (DNS_SUBDOMAIN.test(value) ? undefined : NO_SUBDOMAIN);

export const dnsSubdomainWithUnderscore: NameCheck = (value) =>
  tooLong(value, 253) ?? (DNS_SUBDOMAIN_UNDERSCORE.test(value) ? undefined : NO_SUBDOMAIN);

export const wildcardDnsSubdomain: NameCheck = (value) =>
  tooLong(value, 253) ?? (WILDCARD_SUBDOMAIN.test(value) ? undefined : 'must be "*." and a lower-case domain name');

/** Like {@link dnsLabel}, but beginning with a letter. */
export const dns1035Label: NameCheck = (value) =>
  tooLong(value, 63) ?? (DNS_1035_LABEL.test(value) ? undefined : `${NO_LABEL}, the first one a letter`);

/** `app.kubernetes.io/name`: a key of labels and annotations, a condition type, a resource. */
export const qualifiedName: NameCheck = (value) => {
  const slash = value.indexOf('/');
  if (slash !== value.lastIndexOf('/')) return 'must have at most one "/"';
  if (slash === 0) return 'must have a domain before its "/"';
  const prefix = slash < 0 ? undefined : dnsSubdomain(value.slice(0, slash));
  if (prefix !== undefined) return `its part before "/" ${prefix}`;
  const name = value.slice(slash + 1);
  if (name === '') return 'must not be empty';
  return (
    tooLong(name, 63) ??
    (QUALIFIED_NAME.test(name)
      ? undefined
      : 'must be letters, digits, "-", "_" and ".", beginning and ending with a letter or digit')
  );
};

export const labelValue: NameCheck = (value) =>
  tooLong(value, 63) ??
  (LABEL_VALUE.test(value)
    ? undefined
    : 'must be empty, or letters, digits, "-", "_" and ".", beginning and ending with a letter or digit');

const PORT_NAME = /^[-a-z0-9]+$/;

/** An IANA service name: what a port of a container may be called. */
export const portName: NameCheck = (value) => {
  const length = tooLong(value, 15);
  if (length !== undefined) return length;
  if (!PORT_NAME.test(value)) return 'must be lower-case letters, digits and "-"';
  if (!/[a-z]/.test(value)) return 'must contain a letter';
  if (value.includes('--')) return 'must not contain "--"';
  return value.startsWith('-') || value.endsWith('-') ? 'must not begin or end with "-"' : undefined;
};

/** A key of a ConfigMap or Secret: a file name. */
export const configMapKey: NameCheck = (value) => {
  const length = tooLong(value, 253);
  if (length !== undefined) return length;
  if (!/^[-._a-zA-Z0-9]+$/.test(value)) return 'must be letters, digits, "-", "_" and "."';
  return hasDotName(value);
};

function hasDotName(value: string): Complaint {
  if (value === '.') return 'must not be "."';
  if (value === '..') return 'must not be ".."';
  return value.startsWith('..') ? 'must not begin with ".."' : undefined;
}

/** An environment variable's name as it was until 1.31, and with the relaxed rules of 1.32. */
export function envName(value: string, relaxed: boolean): Complaint {
  if (relaxed) {
    if (value === '') return 'must not be empty';
    return /^[ -<>-~]+$/.test(value) ? undefined : 'must be printable ASCII characters other than "="';
  }
  if (!/^[-._a-zA-Z][-._a-zA-Z0-9]*$/.test(value))
    return 'must be letters, digits, "-", "_" and ".", and not begin with a digit';
  return hasDotName(value);
}

/** A path segment of a URL: what RBAC and scale targets may be called. */
export const pathSegment: NameCheck = (value) => {
  if (value === '.' || value === '..') return `must not be "${value}"`;
  if (value.includes('/')) return 'must not contain "/"';
  return value.includes('%') ? 'must not contain "%"' : undefined;
};

/** How a generateName is checked: random letters take the place of what follows its last "-". */
export function maskTrailingDash(name: string): string {
  return name.length > 1 && name.endsWith('-') ? `${name.slice(0, -2)}a` : name;
}
