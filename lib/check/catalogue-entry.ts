import type { Origin, Rule, RuleText } from '../rules/rule';

/** What the catalogue tells of each rule, and of each checker that is no rule. */
export interface CatalogueEntry extends RuleText, Origin {
  /** What stands in the cluster before the examples are applied (YAML), where the entry is about that. */
  readonly before?: string;
}

/** Whatever has an id that findings bear: a rule, be it a team's own, or an entry of a checker. */
export type RuleOrEntry = Rule | CatalogueEntry;

/** Freezes an entry; it exists so that a checker's file gets its types by inference. */
export function defineEntry(entry: CatalogueEntry): CatalogueEntry {
  return Object.freeze(entry);
}
