import type { RuleOrEntry } from '../../../check/catalogue-entry';
import type { Diagnosis } from '../../../diagnosis';
import { unknownWord } from '../../../kubernetes/text/unknown-word';
import type { Answer } from '../../frame/answer';
import { CouldNotRun } from '../../frame/could-not-run';
import { rulesOf } from '../../settings/rules-of';
import { settingsFrom } from '../../settings/settings-from';
import type { ExplainFlags } from './flags';
import { listPage } from './list';
import { type Explained, print } from './print';
import { ruleFacts, rulePage } from './rule-page';

/** Runs `explain`. */
export async function run([name]: readonly string[], flags: ExplainFlags): Promise<Answer> {
  const rules = rulesOf(await settingsFrom(flags));
  return { result: print(await explained(name, rules), flags), notes: [], exitCode: 0 };
}

async function explained(name: string | undefined, rules: readonly RuleOrEntry[]): Promise<Explained> {
  if (name === undefined) return { facts: rules.map(ruleFacts), page: (styles) => listPage(rules, styles) };
  const exact = rules.find(({ id, formerIds = [] }) => id === name || formerIds.includes(name));
  if (exact !== undefined) return ruleExplained(exact);

  const { DIAGNOSES, diagnosisFacts, diagnosisPage } = await import('./diagnosis-page');
  const { someRules, someDiagnoses } = named(name, rules, DIAGNOSES);
  const [rule, diagnosis] = [someRules[0], someDiagnoses[0]];
  if (someRules.length + someDiagnoses.length > 1) {
    const facts = [...someRules.map(ruleFacts), ...someDiagnoses.map(diagnosisFacts)];
    return { facts, page: (styles) => listPage([...someRules, ...someDiagnoses], styles) };
  }
  if (rule !== undefined) return ruleExplained(rule);
  if (diagnosis !== undefined) {
    return { facts: diagnosisFacts(diagnosis), page: (styles) => diagnosisPage(diagnosis, styles) };
  }
  const ids = [...rules, ...DIAGNOSES].map(({ id }) => id);
  throw new CouldNotRun(unknownWord('rule or diagnosis', name, ids));
}

function ruleExplained(rule: RuleOrEntry): Explained {
  return { facts: ruleFacts(rule), page: (styles) => rulePage(rule, styles) };
}

/** The rules and diagnoses whose ids begin so; one alone where a diagnosis is called exactly so, in capitals or not. */
function named(name: string, rules: readonly RuleOrEntry[], diagnoses: readonly Diagnosis[]) {
  const word = name.toLowerCase();
  const exact = diagnoses.filter(({ id }) => id.toLowerCase() === word);
  if (exact.length > 0) return { someRules: [], someDiagnoses: exact };
  const begins = ({ id }: { readonly id: string }) => word !== '' && id.toLowerCase().startsWith(word);
  return { someRules: rules.filter(begins), someDiagnoses: diagnoses.filter(begins) };
}
