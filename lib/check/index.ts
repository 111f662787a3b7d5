/** The check: from objects and options to findings, acknowledgements applied. */
export type { Acknowledgement } from './acknowledgement';
export { autofixOf, CATALOGUE, findRule } from './catalogue';
export type { CatalogueEntry, RuleOrEntry } from './catalogue-entry';
export { type CheckResult, check } from './check';
export type { DuplicateKey } from './checker';
export type { Finding, Location } from './finding';
export type { CheckOptions, Level } from './options';
export type { ToldBefore } from './told-once';
