import { flag } from '../../lifecycle/arguments/scalars';
import { struct } from '../../lifecycle/arguments/struct';
import { JOB_OPTIONS, type JobOptions } from './job-options';

/** Properties of a BatchJob. */
export interface BatchJobProps extends JobOptions {
  /**
   * Whether the Job bears the construct's id alone. A Job's pods cannot be changed, so a changed job with a fixed name
   * must be deleted before it can be applied.
   * @default false - the name ends in a short hash of the spec
   */
  readonly fixedName?: boolean;
}

export const BATCH_JOB_PROPS = struct<BatchJobProps>('BatchJobProps', {
  ...JOB_OPTIONS.properties,
  fixedName: flag(),
});
