import { checkOptions } from '../arguments/check';
import { instanceOf } from '../arguments/instance';
import { secondsOf } from '../arithmetic/seconds';
import { DEFAULTS } from '../documented-defaults';
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
    return new TrafficRoute('cluster-ip', 5, 5, 5, 'https://github.com/kubernetes/kubernetes/issues/43576');
  }

  /** kube-proxy with a minimum sync period of 10 s, as GKE ran it. Withdrawal 12 s. */
  public static slowKubeProxy(): TrafficRoute {
    return new TrafficRoute('slow-kube-proxy', 12, 15, 12, 'https://github.com/kubernetes/kubernetes/issues/114230');
  }

  /** The ingress-nginx controller. Withdrawal 8 s: 5 s and up to 1 s of worker synchronization (#3639, #3335). */
  public static ingressNginx(): TrafficRoute {
    return new TrafficRoute('ingress-nginx', 8, 10, 8, 'https://github.com/kubernetes/ingress-nginx/issues/3639');
  }

  /** Traefik. Withdrawal 12 s: users report that 5 s were too short and 30 s enough. */
  public static traefik(): TrafficRoute {
    return new TrafficRoute('traefik', 12, 15, 12, CONSERVATIVE);
  }

  /** Apache APISIX. Withdrawal 12 s, as for Traefik. */
  public static apisix(): TrafficRoute {
    return new TrafficRoute('apisix', 12, 15, 12, CONSERVATIVE);
  }

  /** AWS Application Load Balancer with pods as targets. Withdrawal 25 s, registration 60 s. */
  public static albIp(options: BalancerRouteOptions = {}): TrafficRoute {
    const given = checkOptions('TrafficRoute.albIp', BALANCER_ROUTE_OPTIONS, options);
    return new TrafficRoute(
      'alb-ip',
      25,
      30,
      60,
      'https://github.com/kubernetes-sigs/aws-load-balancer-controller/issues/1064',
      given,
    );
  }

  /** AWS Application Load Balancer with nodes as targets. Withdrawal and registration 60 s. */
  public static albInstance(): TrafficRoute {
    return new TrafficRoute(
      'alb-instance',
      60,
      70,
      60,
      'https://github.com/kubernetes-sigs/aws-load-balancer-controller/issues/2106',
    );
  }

  /** AWS Network Load Balancer with pods as targets. Withdrawal 120 s, registration 180 s. */
  public static nlbIp(options: BalancerRouteOptions = {}): TrafficRoute {
    const given = checkOptions('TrafficRoute.nlbIp', BALANCER_ROUTE_OPTIONS, options);
    return new TrafficRoute(
      'nlb-ip',
      120,
      130,
      180,
      'https://github.com/kubernetes-sigs/aws-load-balancer-controller/issues/2366',
      given,
    );
  }

  /** Azure Application Gateway. A pool update takes about 40 s (AGIC#75). */
  public static azureApplicationGateway(): TrafficRoute {
    return new TrafficRoute(
      'azure-application-gateway',
      40,
      45,
      40,
      'https://github.com/Azure/application-gateway-kubernetes-ingress/issues/75',
    );
  }

  /** Google Cloud load balancer with network endpoint groups. Withdrawal 25 s, registration 60 s. */
  public static gceNeg(options: BalancerRouteOptions = {}): TrafficRoute {
    const given = checkOptions('TrafficRoute.gceNeg', BALANCER_ROUTE_OPTIONS, options);
    return new TrafficRoute('gce-neg', 25, 30, 60, CONSERVATIVE, given);
  }

  /** A balancer whose targets are the nodes, under externalTrafficPolicy Local: its health check of nodes, 30 s. */
  public static nodeHealthCheck(): TrafficRoute {
    return new TrafficRoute('node-health-check', 30, 35, 30, CONSERVATIVE);
  }

  /** Istio with sidecars. Withdrawal 12 s; the proxy must outlive the app. */
  public static istio(): TrafficRoute {
    return new TrafficRoute('istio', 12, 15, 5, 'https://github.com/istio/istio/issues/34855');
  }

  /** Linkerd. Withdrawal 15 s; the preStop of 20 s must stay below the proxy's own wait. */
  public static linkerd(): TrafficRoute {
    return new TrafficRoute('linkerd', 15, 20, 5, 'https://linkerd.io/2/tasks/graceful-shutdown/');
  }

  /**
   * A route that you have measured yourself.
   *
   * @throws if a lag is not a whole number of seconds, or the preStop is shorter than the withdrawal lag
   */
  public static custom(props: CustomTrafficRouteProps): TrafficRoute {
    const given = checkOptions('TrafficRoute.custom', CUSTOM_TRAFFIC_ROUTE_PROPS, props);
    const withdrawal = secondsOf(given.withdrawalLag, 'withdrawalLag');
    const registration =
      given.registrationLag === undefined ? withdrawal : secondsOf(given.registrationLag, 'registrationLag');
    const preStop =
      given.preStop === undefined ? withdrawal + DEFAULTS.routeSlack.value : secondsOf(given.preStop, 'preStop');
    return TrafficRoute.measured(withdrawal, preStop, registration);
  }

  /**
   * Reads what {@link toString} printed, as the annotation `cdk8s-lifecycle/route` holds it.
   *
   * @throws if it names no route
   * @internal
   */
  public static _parse(text: string): TrafficRoute {
    const custom = /^custom\(withdrawal=(\d+)s, preStop=(\d+)s, registration=(\d+)s\)$/.exec(text);
    if (custom !== null) return TrafficRoute.measured(Number(custom[1]), Number(custom[2]), Number(custom[3]));
    const gate = text.endsWith(GATE);
    const name = gate ? text.slice(0, -GATE.length) : text;
    const found = TrafficRoute._all().find((route) => route.name === name);
    if (found === undefined) {
      const names = TrafficRoute._all().map((route) => route.name);
      throw new Error(
        `unknown traffic route '${text}'; write one of ${names.join(', ')}, or custom(withdrawal=Ns, preStop=Ns, registration=Ns)`,
      );
    }
    return gate
      ? new TrafficRoute(
          found.name,
          found._withdrawalSeconds,
          found._preStopSeconds,
          found.registration,
          found.source,
          { readinessGate: true },
        )
      : found;
  }

  /**
   * Every route with a name, without readiness gate.
   *
   * @internal
   */
  public static _all(): TrafficRoute[] {
    return [
      TrafficRoute.clusterIp(),
      TrafficRoute.slowKubeProxy(),
      TrafficRoute.ingressNginx(),
      TrafficRoute.traefik(),
      TrafficRoute.apisix(),
      TrafficRoute.albIp(),
      TrafficRoute.albInstance(),
      TrafficRoute.nlbIp(),
      TrafficRoute.azureApplicationGateway(),
      TrafficRoute.gceNeg(),
      TrafficRoute.nodeHealthCheck(),
      TrafficRoute.istio(),
      TrafficRoute.linkerd(),
    ];
  }

  private static measured(withdrawal: number, preStop: number, registration: number): TrafficRoute {
    if (preStop < withdrawal) {
      throw new Error(
        `'preStop' (${preStop}s) is shorter than 'withdrawalLag' (${withdrawal}s): give it at least ${withdrawal}s`,
      );
    }
    return new TrafficRoute('custom', withdrawal, preStop, registration, 'measured by you');
  }

  /** The route's name, as annotations and findings spell it: `ingress-nginx`. */
  public readonly name: string;
  /** Whether the balancer holds a pod unready until it sends to it. */
  public readonly readinessGate: boolean;
  /**
   * Seconds for which the slowest router goes on sending to a deleted pod.
   * @internal
   */
  public readonly _withdrawalSeconds: number;
  /**
   * The preStop sleep for this route, in seconds.
   * @internal
   */
  public readonly _preStopSeconds: number;
  /** Where the numbers come from: a public issue or page. */
  public readonly source: string;
  private readonly registration: number;

  private constructor(
    name: string,
    withdrawal: number,
    preStop: number,
    registration: number,
    source: string,
    options: BalancerRouteOptions = {},
  ) {
    this.name = name;
    this._withdrawalSeconds = withdrawal;
    this._preStopSeconds = preStop;
    this.registration = registration;
    this.source = source;
    this.readinessGate = options.readinessGate ?? false;
  }

  /**
   * Seconds after Ready in which a router may not know the pod yet; 0 behind a readiness gate.
   * @internal
   */
  public get _registrationSeconds(): number {
    return this.readinessGate ? 0 : this.registration;
  }

  /**
   * Whether a balancer outside the cluster sends straight to pods, and so must register each new one.
   * @internal
   */
  public get _hasPodTargets(): boolean {
    return ['alb-ip', 'nlb-ip', 'gce-neg', 'azure-application-gateway'].includes(this.name);
  }

  /** Prints the route as the annotation `cdk8s-lifecycle/route` holds it. */
  public toString(): string {
    if (this.name !== 'custom') return `${this.name}${this.readinessGate ? GATE : ''}`;
    return `custom(withdrawal=${this._withdrawalSeconds}s, preStop=${this._preStopSeconds}s, registration=${this.registration}s)`;
  }
}

const CONSERVATIVE = 'our own conservative choice';
const GATE = '+readiness-gate';

export const TRAFFIC_ROUTE = instanceOf(TrafficRoute, {
  wanted: 'a TrafficRoute',
  give: 'TrafficRoute.ingressNginx()',
  from: (value) => {
    if (typeof value !== 'string') return undefined;
    const method = value.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
    return TrafficRoute._all().some(({ name }) => name === value) ? `TrafficRoute.${method}()` : undefined;
  },
});
