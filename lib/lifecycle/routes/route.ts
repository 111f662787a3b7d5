import { DEFAULTS } from '../documented-defaults';
import { MEASURED_SHARE, ROUTE_NAMES, ROUTES, type RouteName } from './table';
import { RouteTargets } from './targets';

const GATE = '+readiness-gate';
const MEASURED =
  /^custom\(withdrawal=(\d+)s, preStop=(\d+)s, registration=(\d+)s(?:, targets=(pods|nodes|kube-proxy|proxy))?\)$/;

/** A time in whole seconds. A Duration is one, of whichever copy of cdk8s. */
export interface Lag {
  toSeconds(): number;
}

/** A way on which requests reach a pod, as rules and simulator read it. A TrafficRoute is one. */
export interface Route {
  /** One of the table, or `custom`. */
  readonly name: string;
  readonly targets: RouteTargets;
  /** Whether the balancer holds a pod unready until it sends to it. */
  readonly readinessGate: boolean;
  readonly withdrawalLag: Lag;
  /** No lag at all behind a readiness gate. */
  readonly registrationLag: Lag;
  readonly preStop: Lag;
  readonly source: string;
  /** Prints the route as the annotation `cdk8s-lifecycle/route` holds it. */
  toString(): string;
}

/** The numbers of a route that was measured; in seconds. */
export interface MeasuredRoute {
  readonly withdrawal: number;
  /** The withdrawal, where it is left out. */
  readonly registration?: number;
  /** The withdrawal and the documented slack, where it is left out. */
  readonly preStop?: number;
  /** A proxy in the cluster, where it is left out. */
  readonly targets?: RouteTargets;
}

/** A route of the table, by its name. */
export function namedRoute(name: RouteName, readinessGate = false): Route {
  const { withdrawal, preStop, registration, targets, source } = ROUTES[name];
  return new PlainRoute(name, targets, readinessGate, withdrawal, readinessGate ? 0 : registration, preStop, source);
}

/**
 * A route whose numbers someone has measured.
 *
 * @throws if the preStop is shorter than the withdrawal
 */
export function measuredRoute(measured: MeasuredRoute): Route {
  const { withdrawal, targets = RouteTargets.PROXY } = measured;
  const { registration = withdrawal, preStop = withdrawal + DEFAULTS.routeSlack.value } = measured;
  if (preStop < withdrawal) {
    throw new Error(
      `'preStop' (${preStop}s) is shorter than 'withdrawalLag' (${withdrawal}s): give it at least ${withdrawal}s`,
    );
  }
  return new PlainRoute('custom', targets, false, withdrawal, registration, preStop, 'measured by you');
}

/** The mean of a route's lags, as a share of their maximum. */
export function typicalShareOf({ name, targets }: Route): number {
  return isRouteName(name) ? ROUTES[name].typicalShare : MEASURED_SHARE[targets];
}

/** Prints a route as the annotation `cdk8s-lifecycle/route` holds it. */
export function printRoute(route: Omit<Route, 'toString'>): string {
  if (isRouteName(route.name)) return `${route.name}${route.readinessGate ? GATE : ''}`;
  const [withdrawal, preStop, registration] = [route.withdrawalLag, route.preStop, route.registrationLag].map(
    (lag) => `${lag.toSeconds()}s`,
  );
  const targets = route.targets === RouteTargets.PROXY ? '' : `, targets=${route.targets}`;
  return `custom(withdrawal=${withdrawal}, preStop=${preStop}, registration=${registration}${targets})`;
}

/**
 * Reads what {@link printRoute} printed.
 *
 * @throws if it names no route
 */
export function parseRoute(text: string): Route {
  const [, withdrawal, preStop, registration, targets] = MEASURED.exec(text) ?? [];
  if (withdrawal !== undefined) {
    return measuredRoute({
      withdrawal: Number(withdrawal),
      preStop: Number(preStop),
      registration: Number(registration),
      targets: Object.values(RouteTargets).find((each) => each === targets),
    });
  }
  const gate = text.endsWith(GATE);
  const name = gate ? text.slice(0, -GATE.length) : text;
  if (isRouteName(name)) return namedRoute(name, gate);
  throw new Error(
    `unknown traffic route '${text}'; write one of ${ROUTE_NAMES.join(', ')}, or custom(withdrawal=Ns, preStop=Ns, registration=Ns), with targets=${Object.values(RouteTargets).join('|')} as a fourth where it is not a proxy in the cluster`,
  );
}

export function isRouteName(name: string): name is RouteName {
  return Object.hasOwn(ROUTES, name);
}

class PlainRoute implements Route {
  public readonly withdrawalLag: Lag;
  public readonly registrationLag: Lag;
  public readonly preStop: Lag;

  public constructor(
    public readonly name: string,
    public readonly targets: RouteTargets,
    public readonly readinessGate: boolean,
    withdrawal: number,
    registration: number,
    preStop: number,
    public readonly source: string,
  ) {
    this.withdrawalLag = new Seconds(withdrawal);
    this.registrationLag = new Seconds(registration);
    this.preStop = new Seconds(preStop);
  }

  public toString(): string {
    return printRoute(this);
  }
}

class Seconds implements Lag {
  public constructor(private readonly count: number) {}

  public toSeconds(): number {
    return this.count;
  }
}
