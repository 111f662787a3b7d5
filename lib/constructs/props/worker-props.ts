import { struct } from '../../lifecycle/arguments/struct';
import { HEALTH_CHECKS, type HealthChecks } from '../../lifecycle/values/health-checks';
import { DEPLOYMENT_OPTIONS, type DeploymentOptions } from './deployment-options';
import { WORKLOAD_OPTIONS, type WorkloadOptions } from './workload-options';

/** Properties of a Worker. */
export interface WorkerProps extends WorkloadOptions, DeploymentOptions {
  /**
   * How the app is asked whether it lives and has started; a check without a port asks the first of `ports`.
   * @default - it is not asked
   */
  readonly health?: HealthChecks;
}

export const WORKER_PROPS = struct<WorkerProps>('WorkerProps', {
  ...WORKLOAD_OPTIONS.properties,
  ...DEPLOYMENT_OPTIONS.properties,
  health: HEALTH_CHECKS,
});
