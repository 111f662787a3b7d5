import { count } from '../../../../kubernetes/text/count';
import { passedOverText } from '../../../output/notes';
import type { Styles } from '../../../output/terminal';
import type { LintSummary } from '../report';

/** `1 error, 2 warnings, 0 info in 3 objects of 2 files`, and what else there is to count. */
export function summaryLine(summary: LintSummary, styles: Styles): string {
  const { error, warning, info, objects, files, acknowledged, notChecked, baseline, passedOver } = summary;
  const found = [count(error, 'error'), count(warning, 'warning'), count(info, 'info', 'info')].join(', ');
  const further = [
    acknowledged > 0 ? `${acknowledged} acknowledged` : '',
    baseline > 0 ? `${baseline} in the baseline` : '',
    notChecked > 0 ? `${count(notChecked, 'object')} of kinds that no rule knows` : '',
    passedOver > 0 ? passedOverText(passedOver) : '',
  ].filter((text) => text !== '');
  const style = error > 0 ? styles.red : warning > 0 ? styles.yellow : styles.green;
  const rest = further.length === 0 ? '' : `; ${further.join(', ')}`;
  return `${style(found)} in ${count(objects, 'object')} of ${count(files, 'file')}${rest}`;
}
