/** What a matcher tells its runner; jest and vitest agree on it. */
export interface MatcherResult {
  readonly pass: boolean;
  message(): string;
}
