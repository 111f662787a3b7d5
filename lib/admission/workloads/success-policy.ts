import { validateNonnegative } from '../quantities';
import type { Report } from '../report';
import type { JobSpec } from '../structure/generated/types';

const MOST_CHARACTERS = 64 * 1024;

/** Source: batch/validation validateSuccessPolicy. */
export function validateSuccessPolicy(spec: JobSpec, path: string, report: Report): void {
  const rules = spec.successPolicy?.rules ?? [];
  if (rules.length === 0) report.required(`${path}.rules`, 'a successPolicy needs at least one rule');
  if (rules.length > 20) report.tooMany(`${path}.rules`, rules.length, 20);
  const completions = spec.completions ?? 0;
  rules.forEach(({ succeededCount, succeededIndexes }, index) => {
    const at = `${path}.rules[${index}]`;
    if (succeededCount === undefined && succeededIndexes === undefined)
      report.required(at, 'a rule needs succeededCount or succeededIndexes');
    const indexes = succeededIndexes === undefined ? undefined : countIndexes(succeededIndexes, completions);
    if (succeededIndexes !== undefined) {
      if (succeededIndexes.length > MOST_CHARACTERS)
        report.tooLong(`${at}.succeededIndexes`, `${MOST_CHARACTERS} characters`);
      if (typeof indexes === 'string') report.invalid(`${at}.succeededIndexes`, succeededIndexes, indexes);
    }
    if (succeededCount === undefined) return;
    const field = `${at}.succeededCount`;
    validateNonnegative(succeededCount, field, report);
    if (succeededCount > completions)
      report.invalid(field, succeededCount, `must be at most completions (${completions})`);
    const known = typeof indexes === 'string' ? 0 : indexes;
    if (known !== undefined && succeededCount > known)
      report.invalid(field, succeededCount, `must be at most the number of succeededIndexes (${known})`);
  });
}

/** Counts the indexes of `1,3-5`, or tells why they cannot be read. Source: batch/validation validateIndexesFormat. */
function countIndexes(text: string, completions: number): number | string {
  if (text === '') return 0;
  let last = -1;
  let total = 0;
  for (const interval of text.split(',')) {
    const limits = interval.split('-');
    if (limits.length > 2 || !limits.every((limit) => /^[+]?\d+$/.test(limit))) return 'must be like "1,3-5"';
    const [from = 0, to = from] = limits.map(Number);
    if (from >= completions || to >= completions) return `must have indexes below completions (${completions})`;
    if (limits.length === 2 && from >= to) return 'must have intervals from the lower to the higher index';
    if (from <= last) return 'must be in ascending order';
    total += to - from + 1;
    last = to;
  }
  return total;
}
