/** `error`: cannot work, or downtime is certain. `warning`: fails under conditions to be expected. `info`: advice. */
export type Severity = 'error' | 'warning' | 'info';

/** From the most serious to the least. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** Tells whether a severity is as serious as another, or more so. */
export function isAtLeast(severity: Severity, threshold: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(threshold);
}
