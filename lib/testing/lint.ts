import { CATALOGUE } from '../check/catalogue';
import { check } from '../check/check';
import type { Finding } from '../check/finding';
import type { CheckOptions } from '../check/options';
import { pathBeside } from '../kubernetes/text/field-path';
import { unknownWord } from '../kubernetes/text/unknown-word';
import { describeRef } from '../kubernetes/views/manifest';
import type { Severity } from '../lifecycle/severity';
import { manifestsOf } from './manifests-of';

/** How a subject is linted. */
export interface LintOptions extends CheckOptions {
  /** The least severity that counts. @default 'warning' */
  readonly failOn?: Severity;
}

/**
 * The findings on a subject that nobody acknowledged.
 *
 * @throws if an option names an unknown rule
 */
export function lint(subject: unknown, options: CheckOptions = {}): readonly Finding[] {
  return checked(subject, options).findings;
}

/**
 * The same, and those that another finding tells already: a rule is broken whatever else is told.
 *
 * @throws if an option names an unknown rule
 */
export function findAll(subject: unknown, options: CheckOptions = {}): readonly Finding[] {
  const { findings, covered } = checked(subject, options);
  return [...findings, ...covered];
}

function checked(subject: unknown, options: CheckOptions) {
  for (const id of [...(options.only ?? []), ...(options.except ?? [])]) refuseUnknownRule(id, options);
  const { manifests, isMeant } = manifestsOf(subject);
  const { findings, covered } = check(manifests, options);
  const isOpen = ({ index, acknowledged }: Finding) => acknowledged === null && isMeant(index);
  return { findings: findings.filter(isOpen), covered: covered.filter(isOpen) };
}

/** @throws if no rule has this id, with the one that was meant */
export function refuseUnknownRule(id: string, { extraRules = [] }: CheckOptions): void {
  const ids = [...CATALOGUE, ...extraRules].flatMap((rule) => [rule.id, ...(rule.formerIds ?? [])]);
  if (!ids.includes(id)) throw new Error(unknownWord('rule', id, ids));
}

/** A finding as a failed test shows it: rule, object and path, what, and the fix. */
export function showFinding(finding: Finding): string {
  const { severity, rule, object, message, fix } = finding;
  const place = [describeRef(object), pathBeside(finding)].filter((text) => text !== '').join(', ');
  return [`  ${severity} ${rule} at ${place}`, message, fix].filter((line) => line !== '').join('\n    ');
}
