import { nested, struct } from '../../lifecycle/arguments/struct';
import { CAPACITY, type Capacity } from '../../lifecycle/values/capacity';
import type { HttpRouteOptions, IngressOptions } from '../ingress';
import { DEPLOYMENT_OPTIONS, type DeploymentOptions } from './deployment-options';
import { HTTP_ROUTE_OPTIONS, INGRESS_OPTIONS } from './part-props';
import { SERVING_OPTIONS, type ServingOptions } from './serving-options';
import { WORKLOAD_OPTIONS, type WorkloadOptions } from './workload-options';

/** Properties of a ZeroDowntimeService. */
export interface ZeroDowntimeServiceProps extends WorkloadOptions, DeploymentOptions, ServingOptions {
  /**
   * The load at its peak. No rolling update leaves fewer pods than it needs.
   * @default - not known
   */
  readonly capacity?: Capacity;
  /**
   * An Ingress in front of the Service.
   * @default - none
   */
  readonly ingress?: IngressOptions;
  /**
   * An HTTPRoute in front of the Service.
   * @default - none
   */
  readonly httpRoute?: HttpRouteOptions;
}

export const ZERO_DOWNTIME_SERVICE_PROPS = struct<ZeroDowntimeServiceProps>('ZeroDowntimeServiceProps', {
  ...WORKLOAD_OPTIONS.properties,
  ...DEPLOYMENT_OPTIONS.properties,
  ...SERVING_OPTIONS.properties,
  capacity: CAPACITY,
  ingress: nested(INGRESS_OPTIONS),
  httpRoute: nested(HTTP_ROUTE_OPTIONS),
});
