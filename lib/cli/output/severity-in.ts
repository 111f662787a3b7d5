import type { Severity } from '../../lifecycle/severity';
import type { Styles } from './terminal';

/** A severity in its color. */
export function severityIn(severity: Severity, styles: Styles): string {
  if (severity === 'error') return styles.red('error');
  return severity === 'warning' ? styles.yellow('warning') : styles.blue('info');
}
