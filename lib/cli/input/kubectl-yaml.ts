import { FAILSAFE_SCHEMA, Type } from 'js-yaml';

/**
 * YAML as kubectl reads it: sigs.k8s.io/yaml resolves scalars by the rules of YAML 1.1, in which `yes` and `on` are
 * true, `0644` is octal, and dates stay text.
 *
 * @see https://github.com/yaml/go-yaml/blob/v2/resolve.go
 */

const TRUE: ReadonlySet<string> = new Set(['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON']);
const FALSE: ReadonlySet<string> = new Set([
  'n',
  'N',
  'no',
  'No',
  'NO',
  'false',
  'False',
  'FALSE',
  'off',
  'Off',
  'OFF',
]);
const NULL: ReadonlySet<string> = new Set(['', '~', 'null', 'Null', 'NULL']);
const STARTS_A_NUMBER = /^[-+.\d]/;
const INTEGER = /^[-+]?(?:0[xX][\da-fA-F]+|0[oO]?[0-7]+|0[bB][01]+|0|[1-9]\d*)$/;
const FLOAT = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;

function integerOf(text: string): number {
  const sign = text.startsWith('-') ? -1 : 1;
  const digits = text.replace(/^[-+]/, '');
  const octal = /^0[0-7]+$/.test(digits) ? `0o${digits.slice(1)}` : digits;
  return sign * Number(octal);
}

function numberOf(text: string): number | undefined {
  if (!STARTS_A_NUMBER.test(text)) return undefined;
  const plain = text.includes('_') ? text.replaceAll('_', '') : text;
  if (INTEGER.test(plain)) return integerOf(plain);
  return FLOAT.test(plain) ? Number(plain) : undefined;
}

const booleans = new Type('tag:yaml.org,2002:bool', {
  kind: 'scalar',
  resolve: (data: string | null) => data !== null && (TRUE.has(data) || FALSE.has(data)),
  construct: (data: string) => TRUE.has(data),
});

const nothing = new Type('tag:yaml.org,2002:null', {
  kind: 'scalar',
  resolve: (data: string | null) => data === null || NULL.has(data),
  construct: () => null,
});

const integers = new Type('tag:yaml.org,2002:int', {
  kind: 'scalar',
  resolve: (data: string | null) => data !== null && numberOf(data) !== undefined,
  construct: (data: string) => numberOf(data),
});

const floats = new Type('tag:yaml.org,2002:float', {
  kind: 'scalar',
  resolve: (data: string | null) => data !== null && numberOf(data) !== undefined,
  construct: (data: string) => numberOf(data),
});

const merges = new Type('tag:yaml.org,2002:merge', {
  kind: 'scalar',
  resolve: (data: string | null) => data === '<<' || data === null,
});

const dates = new Type('tag:yaml.org,2002:timestamp', { kind: 'scalar' });

const binaries = new Type('tag:yaml.org,2002:binary', {
  kind: 'scalar',
  construct: (data: string | null) => Buffer.from(data ?? '', 'base64').toString(),
});

/** Any other tag is passed over, as kubectl does: the value counts. */
const others = (['scalar', 'sequence', 'mapping'] as const).flatMap((kind) =>
  ['!', 'tag:'].map((tag) => new Type(tag, { kind, multi: true, construct: (data: unknown) => data })),
);

export const KUBECTL_YAML = FAILSAFE_SCHEMA.extend({
  implicit: [nothing, booleans, integers, merges],
  explicit: [floats, dates, binaries, ...others],
});
