import { ONE, parseQuantity } from '../../kubernetes/text/quantity';

const MEBIBYTE = 2n ** 20n * ONE;

/**
 * What is wrong with a quantity of bytes that is no whole number of them: `256m` is a quarter of a byte, since `m` is
 * the suffix of thousandths. Undefined where nothing is.
 */
export function bytesProblem(property: string, quantity: string): string | undefined {
  const value = parseQuantity(quantity);
  if (value === undefined || value % ONE === 0n) return undefined;
  const bytes = `${value / ONE}.${String(value % ONE)
    .padStart(9, '0')
    .replace(/0+$/, '')}`;
  return `'${property}' (${quantity}) is ${bytes} bytes: write '${meant(quantity, value)}'`;
}

/** The same number with the suffix that was likely meant; else the next whole mebibyte. */
function meant(quantity: string, value: bigint): string {
  const [, amount] = /^([1-9]\d*)m$/.exec(quantity) ?? [];
  return amount === undefined ? `${(value + MEBIBYTE - 1n) / MEBIBYTE}Mi` : `${amount}Mi`;
}
