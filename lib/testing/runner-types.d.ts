/// <reference types="expect" />

/** vitest is not installed here: as much of its types as index.ts adds to. */
declare module 'vitest' {
  interface Assertion<T> {
    readonly not: Assertion<T>;
  }
}
