import { expect as ofJest } from '@jest/globals';
import { expectOfRunner } from '../../lib/testing/runner';

const VITEST = Symbol.for('expect-global');
const shared = globalThis as { expect?: unknown; [VITEST]?: unknown };

/** The `expect` that is found where no global of that name is. */
function foundWithoutGlobals(): unknown {
  const { expect: own } = shared;
  shared.expect = undefined;
  try {
    return expectOfRunner();
  } finally {
    shared.expect = own;
  }
}

afterEach(() => {
  delete shared[VITEST];
});

test('the global expect comes first', () => {
  shared[VITEST] = { extend: () => undefined };
  expect(expectOfRunner()).toBe(expect);
});

test('without globals, the expect of vitest is found', () => {
  const ofVitest = { extend: () => undefined };
  shared[VITEST] = ofVitest;
  expect(foundWithoutGlobals()).toBe(ofVitest);
});

test('without globals, the expect of jest is found', () => {
  expect(foundWithoutGlobals()).toBe(ofJest);
});

test('under another runner nothing is found', () => {
  const { JEST_WORKER_ID } = process.env;
  delete process.env.JEST_WORKER_ID;
  try {
    expect(foundWithoutGlobals()).toBeUndefined();
  } finally {
    process.env.JEST_WORKER_ID = JEST_WORKER_ID;
  }
});
