import type { ApiObject } from 'cdk8s';
import type { Conflict } from '../../lifecycle/conflict';
import type { SourceLocation } from './source-location';

const GUARD = Symbol.for('cdk8s-lifecycle.guard');

/** What is remembered of each construct of this package. */
export interface Guarded {
  readonly location: SourceLocation | undefined;
  readonly workload: ApiObject;
  /** Values that are impossible together; a sentence alone where no field of a manifest shows it. */
  conflicts(): ReadonlyArray<string | Conflict>;
}

/** Remembers something of a construct. */
export function remember(construct: object, guarded: Guarded): void {
  Object.defineProperty(construct, GUARD, { value: guarded });
}

/** What is remembered of a construct; undefined for constructs of others. */
export function guardedOf(construct: object): Guarded | undefined {
  return (construct as { [GUARD]?: Guarded })[GUARD];
}
