import type { Severity } from '../../../lifecycle/severity';
import type { Styles } from '../../output/terminal';

/** What a line of a list tells of a rule or a diagnosis. */
export interface Listed {
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
}

/** A line for each: id, severity and title. */
export function listPage(all: readonly Listed[], styles: Styles): string {
  const width = Math.max(...all.map(({ id }) => id.length));
  const lines = all.map(
    ({ id, severity, title }) => `${styles.bold(id.padEnd(width))}  ${severity.padEnd(7)}  ${title}\n`,
  );
  return lines.join('');
}
