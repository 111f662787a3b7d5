import type { SourceLocation } from './source-location';

const GUARD = Symbol.for('cdk8s-lifecycle.guard');

/** What is remembered of each construct of this package. */
export interface Guarded {
  readonly location: SourceLocation | undefined;
  /** Sentences about values that are impossible together. */
  conflicts(): readonly string[];
}

/** Remembers something of a construct. */
export function remember(construct: object, guarded: Guarded): void {
  Object.defineProperty(construct, GUARD, { value: guarded });
}

/** What is remembered of a construct; undefined for constructs of others. */
export function guardedOf(construct: object): Guarded | undefined {
  return (construct as { [GUARD]?: Guarded })[GUARD];
}
