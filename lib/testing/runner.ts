import type { lifecycleMatchers } from './matchers';

/** As much of a runner's `expect` as matchers need. */
export interface Expect {
  extend(matchers: typeof lifecycleMatchers): void;
}

// Under this symbol vitest keeps its `expect`, whether or not the globals are on.
const VITEST_EXPECT = Symbol.for('expect-global');

/** The `expect` of jest or vitest, with and without globals; undefined under any other runner. */
export function expectOfRunner(): Expect | undefined {
  const { expect, [VITEST_EXPECT]: ofVitest } = globalThis as {
    readonly expect?: Partial<Expect>;
    readonly [VITEST_EXPECT]?: Expect;
  };
  if (typeof expect?.extend === 'function') return expect as Expect;
  return ofVitest ?? expectOfJest();
}

// jest answers this request itself, and the package of that name throws outside of jest.
function expectOfJest(): Expect | undefined {
  if (process.env.JEST_WORKER_ID === undefined) return undefined;
  return (require('@jest/globals') as { readonly expect: Expect }).expect;
}
