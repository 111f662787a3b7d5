import { Duration } from 'cdk8s';
import { checkOptions } from '../lifecycle/arguments/check';
import { instanceOf } from '../lifecycle/arguments/instance';
import { secondsOf } from '../lifecycle/arithmetic/seconds';
import { isRouteName, measuredRoute, namedRoute, printRoute, type Route } from '../lifecycle/routes/route';
import type { RouteName } from '../lifecycle/routes/table';
import type { RouteTargets } from '../lifecycle/routes/targets';
import {
  BALANCER_ROUTE_OPTIONS,
  type BalancerRouteOptions,
  CUSTOM_TRAFFIC_ROUTE_PROPS,
  type CustomTrafficRouteProps,
} from './traffic-route-options';

/**
 * The way on which requests reach a pod, and how long it lags behind the pod's deletion and its start. The slowest
 * router counts. All lags are at the safe end of what has been measured.
 *
 * @see docs/defaults.md for the public source of each number
 */
export class TrafficRoute {
  /** Only clients in the cluster, through kube-proxy. Withdrawal 5 s (kubernetes#43576: 3 s is generally enough). */
  public static clusterIp(): TrafficRoute {
    return TrafficRoute.named('cluster-ip');
  }

  /** kube-proxy with a minimum sync period of 10 s, as GKE ran it. Withdrawal 12 s. */
  public static slowKubeProxy(): TrafficRoute {
    return TrafficRoute.named('slow-kube-proxy');
  }

  /** The ingress-nginx controller. Withdrawal 8 s: 5 s and up to 1 s of worker synchronization (#3639, #3335). */
  public static ingressNginx(): TrafficRoute {
    return TrafficRoute.named('ingress-nginx');
  }

  /** Traefik. Withdrawal 12 s: users report that 5 s were too short and 30 s enough. */
  public static traefik(): TrafficRoute {
    return TrafficRoute.named('traefik');
  }

  /** Apache APISIX. Withdrawal 12 s, as for Traefik. */
  public static apisix(): TrafficRoute {
    return TrafficRoute.named('apisix');
  }

  /** AWS Application Load Balancer with pods as targets. Withdrawal 25 s, registration 60 s. */
  public static albIp(options: BalancerRouteOptions = {}): TrafficRoute {
    return TrafficRoute.balancer('alb-ip', 'TrafficRoute.albIp', options);
  }

  /** AWS Application Load Balancer with nodes as targets. Withdrawal 60 s, registration 60 s. */
  public static albInstance(): TrafficRoute {
    return TrafficRoute.named('alb-instance');
  }

  /** AWS Network Load Balancer with pods as targets. Withdrawal 120 s, registration 180 s. */
  public static nlbIp(options: BalancerRouteOptions = {}): TrafficRoute {
    return TrafficRoute.balancer('nlb-ip', 'TrafficRoute.nlbIp', options);
  }

  /** Azure Application Gateway. Withdrawal 40 s, as a pool update takes (AGIC#75). */
  public static azureApplicationGateway(): TrafficRoute {
    return TrafficRoute.named('azure-application-gateway');
  }

  /** Google Cloud load balancer with network endpoint groups. Withdrawal 25 s, registration 60 s. */
  public static gceNeg(options: BalancerRouteOptions = {}): TrafficRoute {
    return TrafficRoute.balancer('gce-neg', 'TrafficRoute.gceNeg', options);
  }

  /** A balancer whose targets are the nodes, under externalTrafficPolicy Local. Withdrawal 30 s: its health checks. */
  public static nodeHealthCheck(): TrafficRoute {
    return TrafficRoute.named('node-health-check');
  }

  /** Istio with sidecars. Withdrawal 12 s; the proxy must outlive the app. */
  public static istio(): TrafficRoute {
    return TrafficRoute.named('istio');
  }

  /** Linkerd. Withdrawal 15 s; the preStop sleep must stay below the proxy's own wait. */
  public static linkerd(): TrafficRoute {
    return TrafficRoute.named('linkerd');
  }

  /**
   * A route that you have measured yourself.
   *
   * @throws if a lag is not a whole number of seconds, or the preStop is shorter than the withdrawal lag
   */
  public static custom(props: CustomTrafficRouteProps): TrafficRoute {
    const given = checkOptions('TrafficRoute.custom', CUSTOM_TRAFFIC_ROUTE_PROPS, props);
    return new TrafficRoute(
      measuredRoute({
        withdrawal: secondsOf(given.withdrawalLag, 'withdrawalLag'),
        registration: given.registrationLag && secondsOf(given.registrationLag, 'registrationLag'),
        preStop: given.preStop && secondsOf(given.preStop, 'preStop'),
        targets: given.targets,
      }),
    );
  }

  private static named(name: RouteName): TrafficRoute {
    return new TrafficRoute(namedRoute(name));
  }

  private static balancer(name: RouteName, subject: string, options: BalancerRouteOptions): TrafficRoute {
    const { readinessGate } = checkOptions(subject, BALANCER_ROUTE_OPTIONS, options);
    return new TrafficRoute(namedRoute(name, readinessGate));
  }

  /** The route's name, as annotations and findings spell it: `ingress-nginx`. */
  public readonly name: string;
  /** Where the route sends requests. */
  public readonly targets: RouteTargets;
  /** Whether the balancer holds a pod unready until it sends to it. */
  public readonly readinessGate: boolean;
  /** How long the slowest router goes on sending requests to a pod after its deletion. */
  public readonly withdrawalLag: Duration;
  /** How long after a pod is Ready a router may not know it yet; nothing behind a readiness gate. */
  public readonly registrationLag: Duration;
  /** The preStop sleep that covers the withdrawal lag. */
  public readonly preStop: Duration;
  /** Where the numbers come from: a public issue or page. */
  public readonly source: string;

  private constructor(route: Route) {
    this.name = route.name;
    this.targets = route.targets;
    this.readinessGate = route.readinessGate;
    this.withdrawalLag = Duration.seconds(route.withdrawalLag.toSeconds());
    this.registrationLag = Duration.seconds(route.registrationLag.toSeconds());
    this.preStop = Duration.seconds(route.preStop.toSeconds());
    this.source = route.source;
  }

  /** Prints the route as the annotation `cdk8s-lifecycle/route` holds it. */
  public toString(): string {
    return printRoute(this);
  }
}

export const TRAFFIC_ROUTE = instanceOf(TrafficRoute, {
  wanted: 'a TrafficRoute',
  give: 'TrafficRoute.ingressNginx()',
  from: (value) => {
    if (typeof value !== 'string' || !isRouteName(value)) return undefined;
    return `TrafficRoute.${value.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())}()`;
  },
});
