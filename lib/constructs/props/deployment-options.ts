import type { Duration } from 'cdk8s';
import { duration } from '../../lifecycle/arguments/duration';
import { nested, struct } from '../../lifecycle/arguments/struct';
import type { AutoscalingOptions } from '../autoscaler';
import { AUTOSCALING_OPTIONS } from './part-props';
import { REPLICATED_OPTIONS, type ReplicatedOptions, ROLLING_OPTIONS, type RollingOptions } from './workload-options';

/** What every construct can be given that is a Deployment. */
export interface DeploymentOptions extends RollingOptions, ReplicatedOptions {
  /**
   * How the number of pods follows the load.
   * @default - it does not
   */
  readonly autoscaling?: AutoscalingOptions;
  /**
   * How long a rollout may go without progress before it is reported.
   * @default Duration.seconds(600) - raised above the start-up budget + minReady
   */
  readonly progressDeadline?: Duration;
}

export const DEPLOYMENT_OPTIONS = struct<DeploymentOptions>('DeploymentOptions', {
  ...ROLLING_OPTIONS.properties,
  ...REPLICATED_OPTIONS.properties,
  autoscaling: nested(AUTOSCALING_OPTIONS),
  progressDeadline: duration(),
});
