import { RULES, type Rule } from '../rules';
import type { CatalogueEntry, RuleOrEntry } from './catalogue-entry';
import { ACKNOWLEDGEMENT_IS_VALID } from './checkers/acknowledgement-is-valid';
import { ADMITTED } from './checkers/admitted';
import { FIELD_IS_KEPT } from './checkers/field-is-kept';
import { ROLLOUT_LOSES_NOTHING } from './checkers/rollout-loses-nothing';
import { UPDATE_IS_ADMITTED } from './checkers/update-is-admitted';
import { currentIdsOf } from './rule-ids';

/** Every rule of the product, and every entry of a checker that is none, sorted by id. */
export const CATALOGUE: readonly CatalogueEntry[] = [
  ...RULES,
  ACKNOWLEDGEMENT_IS_VALID,
  ADMITTED,
  FIELD_IS_KEPT,
  ROLLOUT_LOSES_NOTHING,
  UPDATE_IS_ADMITTED,
].sort((one, other) => (one.id < other.id ? -1 : 1));

const CURRENT = currentIdsOf(CATALOGUE);
const BY_ID: ReadonlyMap<string, CatalogueEntry> = new Map(CATALOGUE.map((entry) => [entry.id, entry]));

/** The entry of an id, be it a former one; undefined where there is none. */
export function findRule(id: string): CatalogueEntry | undefined {
  return BY_ID.get(CURRENT.get(id) ?? '');
}

/** What `lint --fix` does for the findings of a rule; undefined where no fix is certain. */
export function autofixOf(entry: RuleOrEntry): Rule['autofix'] {
  return 'autofix' in entry ? entry.autofix : undefined;
}
