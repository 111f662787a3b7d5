import type { Diagnosis } from '../../../diagnosis';
import { kindsOf } from '../../../diagnosis/diagnoses';
import type { Styles } from '../../output/terminal';

export { DIAGNOSES } from '../../../diagnosis';

/** What a class of `diagnose` means, as a page for a terminal. */
export function diagnosisPage({ id, severity, title, why, fix, see, evidence }: Diagnosis, styles: Styles): string {
  const indented = (text: string) => text.trim().replace(/^/gm, '    ');
  return [
    `${styles.bold(id)} (${severity}, of ${kindsOf(id).join(', ')}): ${title}`,
    '',
    `${styles.bold('Why')}  ${why}`,
    '',
    `${styles.bold('Do')}   ${fix}`,
    '',
    `${styles.bold('Seen like this')}`,
    indented(evidence),
    '',
    `${styles.bold('See')}`,
    indented(see.join('\n')),
    '',
  ].join('\n');
}

/** What a diagnosis says about itself, without its code. */
export function diagnosisFacts({ id, outcome, severity, title, why, fix, see, evidence }: Diagnosis) {
  return { id, kinds: kindsOf(id), outcome, severity, title, why, fix, see, evidence };
}
