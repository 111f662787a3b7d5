import type { LintOptions } from './lint';
import { type BreakOptions, lifecycleMatchers } from './matchers';

export type { LintOptions } from './lint';
export { manifestSerializer } from './manifest-serializer';
export type { Subject } from './manifests-of';
export { type BreakOptions, lifecycleMatchers, type MatcherResult } from './matchers';
export { contractBreaches } from './rule-contract';

declare global {
  namespace jest {
    interface Matchers<R, T> {
      /** Passes where lint finds nothing at or above `failOn` (default `warning`) in an App, a Chart or manifests. */
      toPassLint(options?: LintOptions): R;
      /** Passes where the rule finds something. */
      toBreakRule(rule: string, options?: BreakOptions): R;
    }
  }
}

/** Importing this module is enough for jest; other runners call `expect.extend(lifecycleMatchers)`. */
const runner = globalThis as { readonly expect?: { extend?(matchers: typeof lifecycleMatchers): void } };
runner.expect?.extend?.(lifecycleMatchers);
