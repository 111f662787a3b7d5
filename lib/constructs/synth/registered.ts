import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { Conflict } from '../../lifecycle/conflict';
import type { SourceLocation } from './source-location';

/** What is known of a construct of this package. */
export interface Registered {
  /** The line that made it; undefined where none tells. */
  readonly location: SourceLocation | undefined;
  readonly workload: ApiObject;
  /** Values that are impossible together; a sentence alone where no field of a manifest shows it. */
  conflicts(): ReadonlyArray<string | Conflict>;
}

/** The constructs of this package in one App. */
export type Registry = ReadonlyMap<IConstruct, Registered>;
