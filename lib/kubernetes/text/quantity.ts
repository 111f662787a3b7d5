const SUFFIX: Readonly<Record<string, bigint>> = {
  n: 1n,
  u: 10n ** 3n,
  m: 10n ** 6n,
  '': 10n ** 9n,
  k: 10n ** 12n,
  M: 10n ** 15n,
  G: 10n ** 18n,
  T: 10n ** 21n,
  P: 10n ** 24n,
  E: 10n ** 27n,
  Ki: 10n ** 9n * 2n ** 10n,
  Mi: 10n ** 9n * 2n ** 20n,
  Gi: 10n ** 9n * 2n ** 30n,
  Ti: 10n ** 9n * 2n ** 40n,
  Pi: 10n ** 9n * 2n ** 50n,
  Ei: 10n ** 9n * 2n ** 60n,
};

const QUANTITY = /^([+-]?)(\d+)?(?:\.(\d*))?(?:([eE][+-]?\d+)|([numkMGTPE]|[KMGTPE]i)?)$/;

/** One, in the unit of {@link parseQuantity}. */
export const ONE = SUFFIX[''] as bigint;

/**
 * Reads a Kubernetes quantity (`250m`, `1.5Gi`, `1e3`, a plain number) exactly, in billionths (nano), rounded away from
 * zero as Kubernetes rounds what is finer. Answers undefined where Kubernetes' parser would refuse it.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */
export function parseQuantity(value: unknown): bigint | undefined {
  if ((typeof value !== 'string' && typeof value !== 'number') || value === '') return undefined;
  const match = QUANTITY.exec(String(value));
  if (match === null) return undefined;
  const [, sign, whole = '', fraction = '', exponent, suffix = ''] = match;
  // Kubernetes reads a sign, a point or a suffix without digits as 0.
  const digits = BigInt(whole + fraction);
  const written = (exponent === undefined ? 0 : Number(exponent.slice(1))) - fraction.length;
  // Beyond these any quantity that Kubernetes can hold is capped or rounds to one unit; and 10 ** huge would hang.
  const power = Math.max(-1000, Math.min(1000, written));
  const scale = exponent === undefined ? (SUFFIX[suffix] as bigint) : ONE;
  const magnitude =
    power >= 0 ? digits * scale * 10n ** BigInt(power) : divideUp(digits * scale, 10n ** BigInt(-power));
  return sign === '-' ? -magnitude : magnitude;
}

function divideUp(dividend: bigint, divisor: bigint): bigint {
  return (dividend + divisor - 1n) / divisor;
}

/** Prints a number of bytes in nano units as people write it: `256Mi`. */
export function formatBytes(nano: bigint): string {
  const bytes = nano / ONE;
  for (const suffix of ['Ei', 'Pi', 'Ti', 'Gi', 'Mi', 'Ki']) {
    const unit = (SUFFIX[suffix] as bigint) / ONE;
    if (bytes >= unit && bytes % unit === 0n) return `${bytes / unit}${suffix}`;
  }
  return String(bytes);
}

/** Prints an amount in nano units as a decimal number, without trailing zeros: `0.256`. */
export function formatDecimal(nano: bigint): string {
  const fraction = (nano % ONE).toString().replace('-', '').padStart(9, '0').replace(/0+$/, '');
  const sign = nano < 0n && nano > -ONE ? '-' : '';
  return `${sign}${nano / ONE}${fraction === '' ? '' : `.${fraction}`}`;
}
