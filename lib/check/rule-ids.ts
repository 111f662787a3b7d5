import type { RuleText } from '../rules/rule';

/** The form of an id, as a regular expression. */
export const RULE_ID = '^[a-z0-9]+(-[a-z0-9]+)*$';

/**
 * The current id for each id that a rule has or had.
 *
 * @throws if two rules share one
 */
export function currentIdsOf(all: readonly RuleText[]): ReadonlyMap<string, string> {
  const current = new Map<string, string>();
  for (const { id, formerIds = [] } of all) {
    for (const each of [id, ...formerIds]) {
      if (current.has(each)) throw new Error(`rule '${each}' is there twice: give the extra rule an id of its own`);
      current.set(each, id);
    }
  }
  return current;
}
