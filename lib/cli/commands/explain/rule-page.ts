import { autofixOf } from '../../../check/catalogue';
import type { RuleOrEntry } from '../../../check/catalogue-entry';
import type { Styles } from '../../output/terminal';

/** What a rule says about itself, without its code. */
export function ruleFacts(rule: RuleOrEntry) {
  const { id, formerIds = [], topic = null, since = null, severity, title, why, fix, see, bad, good } = rule;
  const texts = { severity, title, why, fix, see, bad, good };
  return { id, formerIds, topic, since, ...texts, fixable: autofixOf(rule) !== undefined };
}

/** A rule as a page for a terminal. */
export function rulePage(rule: RuleOrEntry, styles: Styles): string {
  const { id, severity, title, why, fix, see, bad, good } = rule;
  const example = (text: string) => text.trim().replace(/^(?=.)/gm, '    ');
  const fixed = autofixOf(rule) !== undefined ? '\nWhere there is one certain fix, `lint --fix` applies it.' : '';
  return [
    `${styles.bold(id)} (${severity}): ${title}`,
    `${styles.bold('Why')}  ${why}`,
    `${styles.bold('Fix')}  ${fix}${fixed}`,
    ...('before' in rule && rule.before ? [`${styles.bold('In the cluster before')}\n\n${example(rule.before)}`] : []),
    `${styles.bold('Breaks it')}\n\n${example(bad)}`,
    `${styles.bold('Keeps it')}\n\n${example(good)}`,
    `${styles.bold('See')}\n${see.map((link) => `    ${link}`).join('\n')}`,
  ]
    .join('\n\n')
    .concat('\n');
}
