import { type Command, Option } from 'commander';
import type { Rule } from '../rules/rule';
import { CouldNotRun } from './could-not-run';
import { unknown } from './did-you-mean';
import { MENDED_RULES } from './fix/mends';
import { rulesOf } from './lint/lint-documents';
import { NO_SETTINGS } from './lint/settings';
import { configured } from './lint/settings-from';
import { type Styles, stylesFor } from './terminal';

interface ExplainFlags {
  readonly output: 'text' | 'json';
  readonly config?: string | false;
}

const HELP = `
Without a rule, every rule is listed with its severity. The classes that \`diagnose\` tells
are explained as well.

Examples:
  $ cdk8s-lifecycle explain prestop-fits-grace
  $ cdk8s-lifecycle explain OOMKilled
  $ cdk8s-lifecycle explain`;

/** Adds `explain` to the program. */
export function register(program: Command): void {
  program
    .command('explain')
    .description(
      'tell what a rule looks for, why, how to mend it, with an example that breaks it and one that does not',
    )
    .argument('[rule]', 'the id of a rule, or a class of diagnose')
    .addOption(new Option('-o, --output <format>', 'how it is printed').choices(['text', 'json']).default('text'))
    .option('--config <file>', 'the configuration that names rules of your own')
    .option('--no-config', 'read no configuration file')
    .addHelpText('after', HELP)
    .action(explain);
}

async function explain(id: string | undefined, { output, config }: ExplainFlags): Promise<void> {
  const rules = rulesOf({ ...NO_SETTINGS, ...(await configured(config)) });
  const styles = stylesFor(process.stdout);
  if (id === undefined) {
    process.stdout.write(output === 'json' ? json(rules.map(textOf)) : list(rules, styles));
    return;
  }
  const rule = rules.find((each) => each.id === id);
  if (rule === undefined) {
    const { diagnosisFacts, diagnosisPage, findDiagnosis } = await import('./diagnose/explain-diagnosis');
    const diagnosis = findDiagnosis(id);
    if (diagnosis !== undefined) {
      process.stdout.write(output === 'json' ? json(diagnosisFacts(diagnosis)) : diagnosisPage(diagnosis, styles));
      return;
    }
    throw new CouldNotRun(
      unknown(
        'rule',
        id,
        rules.map((each) => each.id),
      ),
    );
  }
  process.stdout.write(output === 'json' ? json(textOf(rule)) : page(rule, styles));
}

/** What a rule says about itself, without its code. */
function textOf({ id, severity, title, why, fix, see, bad, good }: Rule) {
  return { id, severity, title, why, fix, see, bad, good, fixable: MENDED_RULES.includes(id) };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function list(rules: readonly Rule[], styles: Styles): string {
  const width = Math.max(...rules.map(({ id }) => id.length));
  const lines = rules.map(
    ({ id, severity, title }) => `${styles.bold(id.padEnd(width))}  ${severity.padEnd(7)}  ${title}\n`,
  );
  return lines.join('');
}

function page(rule: Rule, styles: Styles): string {
  const { id, severity, title, why, fix, see, bad, good } = rule;
  const example = (text: string) => text.trim().replace(/^(?=.)/gm, '    ');
  const mended = MENDED_RULES.includes(id) ? '\nWhere that is certain, `lint --fix` does it.' : '';
  return [
    `${styles.bold(id)} (${severity}): ${title}`,
    `${styles.bold('Why')}  ${why}`,
    `${styles.bold('Fix')}  ${fix}${mended}`,
    `${styles.bold('Breaks it')}\n\n${example(bad)}`,
    `${styles.bold('Keeps it')}\n\n${example(good)}`,
    `${styles.bold('See')}\n${see.map((link) => `    ${link}`).join('\n')}`,
  ]
    .join('\n\n')
    .concat('\n');
}
