import { ONE, parseQuantity } from '../kubernetes/text/quantity';
import type { Report } from './report';

export type Quantity = string | number;
export type Quantities = Readonly<Record<string, Quantity>>;

/** A decoded quantity in billionths; what decoding let through always reads. */
export function amountOf(quantity: Quantity): bigint {
  return parseQuantity(typeof quantity === 'string' ? quantity.trim() : quantity) ?? 0n;
}

const MILLI = ONE / 1000n;

/** A resource amount as it is stored: rounded up to thousandths (core/v1 defaults.go SetDefaults_ResourceList). */
export function resourceAmountOf(quantity: Quantity): bigint {
  const amount = amountOf(quantity);
  const rest = amount % MILLI;
  if (rest === 0n) return amount;
  return amount - rest + (amount > 0n ? MILLI : -MILLI);
}

/** Tells whether a quantity is a whole number. */
export function isWhole(amount: bigint): boolean {
  return amount % ONE === 0n;
}

export function validateNonnegative(value: number | undefined, path: string, report: Report): void {
  if (value !== undefined && value < 0) report.invalid(path, value, 'must be 0 or more');
}
