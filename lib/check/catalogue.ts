import { RULES } from '../rules';
import type { Rule } from '../rules/rule';
import { acknowledgementIsValid } from './acknowledgement-is-valid';
import { admitted } from './admitted';
import { fieldIsKept } from './field-is-kept';
import { rolloutLosesNothing } from './rollout-loses-nothing';

/** Every rule of the product, sorted by id. */
export const CATALOGUE: readonly Rule[] = [
  ...RULES,
  acknowledgementIsValid,
  admitted,
  fieldIsKept,
  rolloutLosesNothing,
].sort((one, other) => (one.id < other.id ? -1 : 1));

const BY_ID: ReadonlyMap<string, Rule> = new Map(CATALOGUE.map((rule) => [rule.id, rule]));

/** The rule of an id; undefined where there is none. */
export function findRule(id: string): Rule | undefined {
  return BY_ID.get(id);
}
