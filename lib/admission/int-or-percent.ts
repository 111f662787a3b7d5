import type { IntOrPercent } from '../lifecycle/arithmetic/rounding';
import type { Report } from './report';

const PERCENT = /^[0-9]+%$/;

/** Source: apps/validation ValidatePositiveIntOrPercent: a whole number of 0 or more, or a percentage. */
export function validateIntOrPercent(value: IntOrPercent, path: string, report: Report): void {
  if (typeof value === 'string') {
    if (!PERCENT.test(value)) report.invalid(path, value, 'must be a whole number or a percentage such as "25%"');
  } else if (value < 0) report.invalid(path, value, 'must be 0 or more');
}

/** Source: apps/validation IsNotMoreThan100Percent. */
export function validateAtMostAll(value: IntOrPercent, path: string, report: Report): void {
  if (typeof value === 'string' && PERCENT.test(value) && numberOf(value) > 100)
    report.invalid(path, value, 'must be at most 100%');
}

/** The number, of a percentage too; what is neither counts as 0. Source: apps/validation getIntOrPercentValue. */
export function numberOf(value: IntOrPercent): number {
  if (typeof value === 'number') return value;
  return PERCENT.test(value) ? Number(value.slice(0, -1)) : Number.parseInt(/^[+-]?\d+$/.test(value) ? value : '0', 10);
}
