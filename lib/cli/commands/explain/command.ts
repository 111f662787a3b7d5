import type { Command } from 'commander';
import type { RuleOrEntry } from '../../../check/catalogue-entry';
import type { Diagnosis } from '../../../diagnosis';
import { CouldNotRun } from '../../could-not-run';
import { unknown } from '../../did-you-mean';
import { choice, type GlobalFlags } from '../../global-flags';
import { stylesFor } from '../../output/terminal';
import { NO_SETTINGS } from '../../settings/lint-settings';
import { configured } from '../../settings/settings-from';
import { rulesOf } from '../lint/lint-documents';
import { listPage } from './list';
import { ruleFacts, rulePage } from './rule-page';

interface ExplainFlags extends GlobalFlags {
  readonly output: 'text' | 'json';
  readonly config?: string | false;
}

const HELP = `
Without a name, every rule is listed with its severity. A name that is only the beginning
lists the rules and the diagnoses of \`diagnose\` that begin so.

Examples:
  $ cdk8s-lifecycle explain prestop-fits-grace
  $ cdk8s-lifecycle explain OOMKilled
  $ cdk8s-lifecycle explain prestop
  $ cdk8s-lifecycle explain`;

/** Adds `explain` to the program. */
export function register(program: Command): void {
  program
    .command('explain')
    .description('explain a rule or a diagnosis: what it looks for, why it matters, how to fix it, with examples')
    .argument('[rule]', 'id of a rule or a diagnosis, or its beginning')
    .addOption(choice('-o, --output <format>', 'format', 'how it is printed', ['text', 'json']).default('text'))
    .option('--config <file>', 'configuration file that names rules of your own')
    .option('--no-config', 'read no configuration file')
    .addHelpText('after', HELP)
    .action((name: string | undefined, _: unknown, command: Command) =>
      explain(name, command.optsWithGlobals<ExplainFlags>()),
    );
}

async function explain(name: string | undefined, flags: ExplainFlags): Promise<void> {
  const rules = rulesOf({ ...NO_SETTINGS, ...(await configured(flags)) });
  const styles = stylesFor(process.stdout, flags);
  const print = (facts: unknown, text: () => string) => {
    process.stdout.write(flags.output === 'json' ? `${JSON.stringify(facts, null, 2)}\n` : text());
  };
  if (name === undefined) return print(rules.map(ruleFacts), () => listPage(rules, styles));
  const showRule = (rule: RuleOrEntry) => print(ruleFacts(rule), () => rulePage(rule, styles));
  const exact = rules.find(({ id, formerIds = [] }) => id === name || (name !== undefined && formerIds.includes(name)));
  if (exact !== undefined) return showRule(exact);

  const { DIAGNOSES, diagnosisFacts, diagnosisPage } = await import('../diagnose/explain-diagnosis');
  const { someRules, someDiagnoses } = named(name, rules, DIAGNOSES);
  const [rule, diagnosis] = [someRules[0], someDiagnoses[0]];
  if (someRules.length + someDiagnoses.length > 1) {
    const facts = [...someRules.map(ruleFacts), ...someDiagnoses.map(diagnosisFacts)];
    return print(facts, () => listPage([...someRules, ...someDiagnoses], styles));
  }
  if (rule !== undefined) return showRule(rule);
  if (diagnosis !== undefined) return print(diagnosisFacts(diagnosis), () => diagnosisPage(diagnosis, styles));
  throw new CouldNotRun(
    unknown(
      'rule or diagnosis',
      name,
      [...rules, ...DIAGNOSES].map(({ id }) => id),
    ),
  );
}

/** The rules and diagnoses whose ids begin so; one alone where a diagnosis is called exactly so, in capitals or not. */
function named(name: string, rules: readonly RuleOrEntry[], diagnoses: readonly Diagnosis[]) {
  const word = name.toLowerCase();
  const exact = diagnoses.filter(({ id }) => id.toLowerCase() === word);
  if (exact.length > 0) return { someRules: [], someDiagnoses: exact };
  const begins = ({ id }: { readonly id: string }) => word !== '' && id.toLowerCase().startsWith(word);
  return { someRules: rules.filter(begins), someDiagnoses: diagnoses.filter(begins) };
}
