import { amountOf } from './quantities';
import type { Report } from './report';
import { show } from './report';

/** Rejects a field whose value changed. Source: apimachinery pkg/api/validation ValidateImmutableField. */
export function validateImmutable(value: unknown, old: unknown, path: string, fix: string, report: Report): void {
  if (isEqual(value, old)) return;
  report.add('Invalid', path, `is ${show(value)} and was ${show(old)}, and cannot be changed`, fix);
}

/**
 * Compares as apiequality.Semantic does: an empty list, map, text or number is the same as none; quantities by their amount
 * where they stand in a map of them.
 */
export function isEqual(a: unknown, b: unknown, isQuantity = false): boolean {
  if (a === b) return true;
  if (isEmpty(a) && isEmpty(b)) return true;
  if (isQuantity && isScalar(a) && isScalar(b)) return amountOf(a) === amountOf(b);
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => isEqual(item, b[index]));
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) return false;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].every((key) => isEqual(left[key], right[key], isQuantity || QUANTITIES.has(key)));
}

const QUANTITIES = new Set(['requests', 'limits', 'overhead', 'sizeLimit', 'divisor']);

function isScalar(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '' || value === 0 || value === false) return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
