/** The check: from objects and options to findings, acknowledgements applied. */
export type { Acknowledgement } from './acknowledgement';
export { CATALOGUE, findRule } from './catalogue';
export { type CheckResult, check } from './check';
export type { Finding, Location } from './finding';
export type { CheckOptions, Level } from './options';
export type { ToldBefore } from './told-once';
