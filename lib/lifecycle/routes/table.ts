import { RouteTargets } from './targets';

/** All that is known of a route by its name; times in seconds, at the safe end of what has been measured. */
export interface RouteFacts {
  readonly targets: RouteTargets;
  /** How long the slowest router goes on sending requests to a deleted pod. */
  readonly withdrawal: number;
  /** The preStop sleep that covers the withdrawal. */
  readonly preStop: number;
  /** How long after a pod is Ready a router may not know it yet, where no readiness gate holds the pod back. */
  readonly registration: number;
  /** The mean of the lags, as a share of their maximum. */
  readonly typicalShare: number;
  /** Where the numbers come from: a public issue or page. */
  readonly source: string;
}

export type RouteName =
  | 'cluster-ip'
  | 'slow-kube-proxy'
  | 'ingress-nginx'
  | 'traefik'
  | 'apisix'
  | 'alb-ip'
  | 'alb-instance'
  | 'nlb-ip'
  | 'azure-application-gateway'
  | 'gce-neg'
  | 'node-health-check'
  | 'istio'
  | 'linkerd';

/**
 * The typical share in which one number is calibrated: 1/20 for a route that learns of changes as they happen (M1: 0.2-0.3 s
 * of 5 s; M4: 1 s of 25 s). Routes that learn in rounds are late by half a round, and by more where several must fail.
 */
export const CALIBRATED_SHARE = 0.05;
const CONSERVATIVE = 'our own conservative choice';
const { PODS, NODES, KUBE_PROXY, PROXY } = RouteTargets;

/** The routes with a name. */
export const ROUTES: Readonly<Record<RouteName, RouteFacts>> = {
  'cluster-ip': {
    targets: KUBE_PROXY,
    withdrawal: 5,
    preStop: 5,
    registration: 5,
    typicalShare: CALIBRATED_SHARE,
    source: 'https://github.com/kubernetes/kubernetes/issues/43576',
  },
  'slow-kube-proxy': {
    targets: KUBE_PROXY,
    withdrawal: 12,
    preStop: 15,
    registration: 12,
    typicalShare: 0.5,
    source: 'https://github.com/kubernetes/kubernetes/issues/114230',
  },
  'ingress-nginx': {
    targets: PROXY,
    withdrawal: 8,
    preStop: 10,
    registration: 8,
    typicalShare: CALIBRATED_SHARE,
    source: 'https://github.com/kubernetes/ingress-nginx/issues/3639',
  },
  traefik: {
    targets: PROXY,
    withdrawal: 12,
    preStop: 15,
    registration: 12,
    typicalShare: CALIBRATED_SHARE,
    source: CONSERVATIVE,
  },
  apisix: {
    targets: PROXY,
    withdrawal: 12,
    preStop: 15,
    registration: 12,
    typicalShare: CALIBRATED_SHARE,
    source: CONSERVATIVE,
  },
  'alb-ip': {
    targets: PODS,
    withdrawal: 25,
    preStop: 30,
    registration: 60,
    typicalShare: CALIBRATED_SHARE,
    source: 'https://github.com/kubernetes-sigs/aws-load-balancer-controller/issues/1064',
  },
  'alb-instance': {
    targets: NODES,
    withdrawal: 60,
    preStop: 70,
    registration: 60,
    typicalShare: 0.25,
    source: 'https://github.com/kubernetes-sigs/aws-load-balancer-controller/issues/2106',
  },
  'nlb-ip': {
    targets: PODS,
    withdrawal: 120,
    preStop: 130,
    registration: 180,
    typicalShare: 0.9,
    source: 'https://github.com/kubernetes-sigs/aws-load-balancer-controller/issues/2366',
  },
  'azure-application-gateway': {
    targets: PODS,
    withdrawal: 40,
    preStop: 45,
    registration: 40,
    typicalShare: 0.5,
    source: 'https://github.com/Azure/application-gateway-kubernetes-ingress/issues/75',
  },
  'gce-neg': {
    targets: PODS,
    withdrawal: 25,
    preStop: 30,
    registration: 60,
    typicalShare: CALIBRATED_SHARE,
    source: CONSERVATIVE,
  },
  'node-health-check': {
    targets: NODES,
    withdrawal: 30,
    preStop: 35,
    registration: 30,
    typicalShare: 0.8,
    source: CONSERVATIVE,
  },
  istio: {
    targets: PROXY,
    withdrawal: 12,
    preStop: 15,
    registration: 5,
    typicalShare: CALIBRATED_SHARE,
    source: 'https://github.com/istio/istio/issues/34855',
  },
  linkerd: {
    targets: PROXY,
    withdrawal: 15,
    preStop: 20,
    registration: 5,
    typicalShare: CALIBRATED_SHARE,
    source: 'https://linkerd.io/2/tasks/graceful-shutdown/',
  },
};

export const ROUTE_NAMES = Object.keys(ROUTES) as RouteName[];

/** The typical share of a route that was measured for one cluster: a balancer of nodes learns by its health checks. */
export const MEASURED_SHARE: Readonly<Record<RouteTargets, number>> = {
  [PODS]: CALIBRATED_SHARE,
  [NODES]: ROUTES['node-health-check'].typicalShare,
  [KUBE_PROXY]: CALIBRATED_SHARE,
  [PROXY]: CALIBRATED_SHARE,
};
