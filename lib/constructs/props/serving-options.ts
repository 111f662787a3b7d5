import { required } from '../../lifecycle/arguments/kind';
import { port, text } from '../../lifecycle/arguments/scalars';
import { nested, struct } from '../../lifecycle/arguments/struct';
import { HEALTH_CHECKS, type HealthChecks } from '../../lifecycle/values/health-checks';
import type { ServiceOptions } from '../service';
import { TRAFFIC_ROUTE, type TrafficRoute } from '../traffic-route';
import { SERVICE_OPTIONS } from './part-props';

/** What every construct can be given whose pods answer requests. */
export interface ServingOptions {
  /** Port that the app listens on. */
  readonly port: number;
  /** How the app is asked whether it takes traffic, lives and has started. */
  readonly health: HealthChecks;
  /**
   * Name of the port, on container and Service.
   * @default - 'http'; 'tcp' of a StatefulService
   */
  readonly portName?: string;
  /**
   * Port of the Service.
   * @default - the app's port
   */
  readonly servicePort?: number;
  /**
   * The Service in front.
   * @default - ClusterIP
   */
  readonly service?: ServiceOptions;
  /**
   * How requests reach the pods.
   * @default - the slowest of what the Platform says and what Services, Ingress and HTTPRoute show
   */
  readonly route?: TrafficRoute;
}

export const SERVING_OPTIONS = struct<ServingOptions>('ServingOptions', {
  port: required(port('the port that the app listens on, such as 8080')),
  health: required(HEALTH_CHECKS),
  portName: text(),
  servicePort: port(),
  service: nested(SERVICE_OPTIONS),
  route: TRAFFIC_ROUTE,
});
