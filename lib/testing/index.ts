import type { LintOptions } from './lint';
import { type BreakOptions, lifecycleMatchers } from './matchers';
import type { RollOutOptions } from './roll-out';
import { expectOfRunner } from './runner';

export type { LintOptions } from './lint';
export { manifestSerializer } from './manifest-serializer';
export type { Subject } from './manifests-of';
export type { MatcherResult } from './matcher-result';
export { type BreakOptions, lifecycleMatchers } from './matchers';
export type { RollOutOptions } from './roll-out';
export { contractBreaches } from './rule-contract';

/** The matchers as they stand on what `expect` returns. */
export interface LifecycleMatchers<R> {
  /** Passes where lint finds nothing at or above `failOn` (default `warning`) in an App, a Chart or manifests. */
  toPassLint(options?: LintOptions): R;
  /** Passes where the rule finds something. */
  toBreakRule(rule: string, options?: BreakOptions): R;
  /** Passes where no rollout of an App, a Chart or manifests can lose a request or stall; a scenario says more. */
  toRollOutWithoutLoss(options?: RollOutOptions): R;
}

// The globals of jest, what '@jest/globals' exports, and vitest; a runner that is not installed has nothing to add to.
declare global {
  namespace jest {
    interface Matchers<R, T> extends LifecycleMatchers<R> {}
  }
}
declare module 'expect' {
  interface Matchers<R, T> extends LifecycleMatchers<R> {}
}
declare module 'vitest' {
  interface Assertion<T> extends LifecycleMatchers<void> {}
}

/** Importing this module is enough for jest and vitest; other runners call `expect.extend(lifecycleMatchers)`. */
expectOfRunner()?.extend(lifecycleMatchers);
