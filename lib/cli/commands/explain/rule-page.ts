import type { Rule } from '../../../rules/rule';
import { MENDED_RULES } from '../../fix/mends';
import type { Styles } from '../../output/terminal';

/** What a rule says about itself, without its code. */
export function ruleFacts({ id, severity, title, why, fix, see, bad, good }: Rule) {
  return { id, severity, title, why, fix, see, bad, good, fixable: MENDED_RULES.includes(id) };
}

/** A rule as a page for a terminal. */
export function rulePage(rule: Rule, styles: Styles): string {
  const { id, severity, title, why, fix, see, bad, good } = rule;
  const example = (text: string) => text.trim().replace(/^(?=.)/gm, '    ');
  const fixed = MENDED_RULES.includes(id) ? '\nWhere there is one certain fix, `lint --fix` applies it.' : '';
  return [
    `${styles.bold(id)} (${severity}): ${title}`,
    `${styles.bold('Why')}  ${why}`,
    `${styles.bold('Fix')}  ${fix}${fixed}`,
    `${styles.bold('Breaks it')}\n\n${example(bad)}`,
    `${styles.bold('Keeps it')}\n\n${example(good)}`,
    `${styles.bold('See')}\n${see.map((link) => `    ${link}`).join('\n')}`,
  ]
    .join('\n\n')
    .concat('\n');
}
