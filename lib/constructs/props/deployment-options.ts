import type { Duration } from 'cdk8s';
import { duration } from '../../lifecycle/arguments/duration';
import { text } from '../../lifecycle/arguments/scalars';
import { nested, struct } from '../../lifecycle/arguments/struct';
import { RECREATE, type Recreate } from '../../lifecycle/values/recreate';
import type { AutoscalingOptions } from '../autoscaler';
import { AUTOSCALING_OPTIONS } from './part-props';
import { REPLICATED_OPTIONS, type ReplicatedOptions, ROLLING_OPTIONS, type RollingOptions } from './workload-options';

/** Options of every construct that is a Deployment. */
export interface DeploymentOptions extends RollingOptions, ReplicatedOptions {
  /**
   * How the number of pods follows the load.
   * @default - it does not
   */
  readonly autoscaling?: AutoscalingOptions;
  /**
   * Who else sets the number of pods, and why, such as `KEDA scales it by the length of the queue`. No number is then
   * written, so that no update takes back what it has set; `replicas` are the fewest pods that it leaves.
   * @default - nobody
   */
  readonly replicasManagedBy?: string;
  /**
   * Ends every old pod before the first new one starts, where two versions must never run together.
   * @default - a rolling update
   */
  readonly strategy?: Recreate;
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
  replicasManagedBy: text(),
  strategy: RECREATE,
  progressDeadline: duration(),
});
