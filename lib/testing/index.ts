import type { LintOptions } from './lint';
import { type BreakOptions, lifecycleMatchers } from './matchers';
import type { RollOutOptions } from './roll-out';

export type { LintOptions } from './lint';
export { manifestSerializer } from './manifest-serializer';
export type { Subject } from './manifests-of';
export { type BreakOptions, lifecycleMatchers, type MatcherResult } from './matchers';
export type { RollOutOptions } from './roll-out';
export { contractBreaches } from './rule-contract';

declare global {
  namespace jest {
    interface Matchers<R, T> {
      /** Passes where lint finds nothing at or above `failOn` (default `warning`) in an App, a Chart or manifests. */
      toPassLint(options?: LintOptions): R;
      /** Passes where the rule finds something. */
      toBreakRule(rule: string, options?: BreakOptions): R;
      /** Passes where no rollout of an App, a Chart or manifests can lose a request or stall; a scenario says more. */
      toRollOutWithoutLoss(options?: RollOutOptions): R;
    }
  }
}

/** Importing this module is enough for jest; other runners call `expect.extend(lifecycleMatchers)`. */
const runner = globalThis as { readonly expect?: { extend?(matchers: typeof lifecycleMatchers): void } };
runner.expect?.extend?.(lifecycleMatchers);
