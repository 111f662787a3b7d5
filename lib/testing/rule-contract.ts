import { createRequire } from 'node:module';
import { findRule } from '../check/catalogue';
import { check } from '../check/check';
import { parseFieldPath, valueAtPath } from '../kubernetes/text/field-path';
import type { Manifest } from '../kubernetes/views/manifest';
import type { Rule } from '../rules/rule';

/**
 * What the contract of all rules asks of one: its bad example breaks it exactly once, at a path that exists; its good
 * example does not; its texts say something. Empty where it keeps the contract.
 *
 * ```ts
 * test('the rule keeps the contract', () => expect(contractBreaches(rule)).toEqual([]));
 * ```
 */
export function contractBreaches(rule: Rule): readonly string[] {
  if (findRule(rule.id) !== undefined) return [`the id "${rule.id}" is that of a rule of the catalogue`];
  const bad = read(rule.bad);
  const found = findingsOf(rule, bad);
  const [first] = found;
  const path = first?.path ?? '';
  const isThere = parseFieldPath(path).length > 0 && valueAtPath(bad[first?.index ?? -1], path) !== undefined;
  const onGood = findingsOf(rule, read(rule.good)).length;
  return [
    breach(/^[a-z0-9]+(-[a-z0-9]+)+$/.test(rule.id), `the id "${rule.id}" is no lower-case sentence joined by dashes`),
    breach(found.length === 1, `the bad example breaks it ${found.length} times, where once is right`),
    breach(first === undefined || isThere, `the path "${path}" of its finding is not in the bad example`),
    breach(onGood === 0, `the good example breaks it ${onGood} times`),
    ...(['title', 'why', 'fix'] as const).map((key) => breach(rule[key].length > 15, `"${key}" says too little`)),
    breach(rule.see.length > 0, '"see" names no page'),
    breach(Object.isFrozen(rule), 'it is not frozen: make it with defineRule'),
  ].flat();
}

function breach(isKept: boolean, sentence: string): readonly string[] {
  return isKept ? [] : [sentence];
}

function findingsOf(rule: Rule, manifests: readonly Manifest[]) {
  return check(manifests, { extraRules: [rule], only: [rule.id] }).findings;
}

interface YamlLibrary {
  parseAllDocuments(text: string): ReadonlyArray<{ toJSON(): Manifest }>;
}

/** This package has no dependencies; cdk8s, a peer, always brings a YAML parser with it. */
function read(yaml: string): readonly Manifest[] {
  const { parseAllDocuments } = createRequire(require.resolve('cdk8s'))('yaml') as YamlLibrary;
  return [...parseAllDocuments(yaml)].map((document) => document.toJSON());
}
