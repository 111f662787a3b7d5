import type { Duration } from 'cdk8s';
import { duration } from '../lifecycle/arguments/duration';
import { required } from '../lifecycle/arguments/kind';
import { flag, oneOf } from '../lifecycle/arguments/scalars';
import { struct } from '../lifecycle/arguments/struct';
import { RouteTargets } from '../lifecycle/routes/targets';

/** The facts of a traffic route that no table knows: how long it lags behind. */
export interface CustomTrafficRouteProps {
  /** How long the slowest router goes on sending requests to a pod after its deletion. */
  readonly withdrawalLag: Duration;

  /**
   * How long after a pod is Ready its first request can still fail to arrive, because a router has not learned of it.
   *
   * @default - the withdrawal lag
   */
  readonly registrationLag?: Duration;

  /**
   * The preStop sleep that covers the withdrawal lag with something to spare.
   *
   * @default - the withdrawal lag and 5 seconds
   */
  readonly preStop?: Duration;

  /**
   * Where the route sends requests: it decides whether a rollout waits until new pods are registered, and who gets
   * requests while no pod is ready.
   *
   * @default RouteTargets.PROXY
   */
  readonly targets?: RouteTargets;
}

export const CUSTOM_TRAFFIC_ROUTE_PROPS = struct<CustomTrafficRouteProps>('CustomTrafficRouteProps', {
  withdrawalLag: required(duration('how long it goes on sending, such as Duration.seconds(20)')),
  registrationLag: duration(),
  preStop: duration(),
  targets: oneOf('RouteTargets', RouteTargets),
});

/** Options of a route whose balancer can hold a pod back until it is registered. */
export interface BalancerRouteOptions {
  /**
   * Whether the balancer's controller puts a readiness gate into the pods: a pod is then not Ready before the balancer
   * sends to it, and nothing is lost at its start.
   *
   * @default false
   */
  readonly readinessGate?: boolean;
}

export const BALANCER_ROUTE_OPTIONS = struct<BalancerRouteOptions>('BalancerRouteOptions', { readinessGate: flag() });
