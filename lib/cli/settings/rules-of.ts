import { CATALOGUE } from '../../check/catalogue';
import type { RuleOrEntry } from '../../check/catalogue-entry';
import type { Settings } from './settings';

/** Every rule that can run, and the checks that are none, sorted by id. */
export function rulesOf({ extraRules }: Pick<Settings, 'extraRules'>): readonly RuleOrEntry[] {
  return [...CATALOGUE, ...extraRules].sort((one, other) => (one.id < other.id ? -1 : 1));
}
