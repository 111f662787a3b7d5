import { readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative, sep } from 'node:path';
import picomatch from 'picomatch';
import { isObject } from '../../kubernetes/views/json';
import { SEVERITIES } from '../../lifecycle/severity';
import type { Rule } from '../../rules/rule';
import { CouldNotRun, orCouldNotRun } from '../frame/could-not-run';

/**
 * Loads the rules of a team: modules (CommonJS or ES) that export a rule, a list of rules, or rules by name.
 *
 * @throws CouldNotRun if the pattern fits no file, or a module cannot be loaded or holds no rule
 */
export function loadRules(folder: string, pattern: string, place: string): readonly Rule[] {
  const files = filesFor(folder, pattern);
  if (files.length === 0) throw new CouldNotRun(`${place}: "${pattern}" fits no file`);
  return files.flatMap((file) => rulesIn(file, place));
}

function filesFor(folder: string, pattern: string): readonly string[] {
  const { base, glob } = picomatch.scan(pattern);
  const start = join(folder, base);
  if (glob === '') return statSync(start, { throwIfNoEntry: false })?.isFile() ? [start] : [];
  if (!statSync(start, { throwIfNoEntry: false })?.isDirectory()) return [];
  const matches = picomatch(glob);
  const below = readdirSync(start, { recursive: true, encoding: 'utf8' }).sort();
  return below.filter((file) => matches(file.split(sep).join('/'))).map((file) => join(start, file));
}

function rulesIn(file: string, place: string): readonly Rule[] {
  const shown = relative('.', file);
  const module: unknown = orCouldNotRun(
    () => createRequire(file)(file),
    (reason) => `${place}: ${shown} cannot be loaded: ${reason}`,
  );
  const exported = isObject(module) && module.default !== undefined ? module.default : module;
  const candidates = isRule(exported) ? [exported] : Object.values(exported ?? {});
  const rules = candidates.filter(isRule);
  if (rules.length === 0) {
    throw new CouldNotRun(`${place}: ${shown} exports no rule; make one with defineRule of 'cdk8s-lifecycle/rules'`);
  }
  return rules;
}

function isRule(value: unknown): value is Rule {
  if (typeof value !== 'object' || value === null) return false;
  const { id, severity, looksAt, check } = value as Partial<Rule>;
  const hasCode = typeof looksAt === 'function' && typeof check === 'function';
  return hasCode && typeof id === 'string' && severity !== undefined && SEVERITIES.includes(severity);
}
