import type { SetObject } from '../../../kubernetes/set/manifest-set';
import { integerOf } from '../../../kubernetes/views/json';
import { annotationsOf } from '../../../kubernetes/views/manifest';
import type { Controller } from '../../../workloads/ingress-controllers';

/** A program that answers clients in the place of pods that do not. */
export type Proxy = Controller | 'linkerd';

/** What a proxy means by each code, and how long it waits for an answer. */
export interface ProxyAnswers {
  readonly name: string;
  readonly badGateway: string;
  readonly unavailable: string;
  readonly timeout: string;
  /** Seconds until a 504, where nothing else is configured; undefined where it waits forever, or nothing tells. */
  readonly patience: number | undefined;
  /** The annotation of the front that sets them, and where the number stands in it. */
  readonly setBy?: { readonly annotation: string; readonly pattern: RegExp };
  /** The labels with which its own chart finds its pods. */
  readonly pods?: string;
}

const REFUSED = 'the pod refused or closed the connection before it answered';

/** Every proxy whose codes are documented. */
export const PROXIES: Readonly<Record<Proxy, ProxyAnswers>> = {
  // https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/#custom-timeouts
  nginx: {
    name: 'NGINX',
    badGateway: REFUSED,
    unavailable: 'the Service has no ready endpoint',
    timeout: 'the pod sent nothing for the read timeout',
    patience: 60,
    setBy: { annotation: 'nginx.ingress.kubernetes.io/proxy-read-timeout', pattern: /^(\d+)$/ },
    pods: 'app.kubernetes.io/name=ingress-nginx',
  },
  // https://doc.traefik.io/traefik/routing/services/#forwardingtimeouts
  traefik: {
    name: 'Traefik',
    badGateway: REFUSED,
    unavailable: 'the Service has no ready endpoint (`no available server`)',
    timeout:
      'no connection within 30 s; once connected it waits forever, unless a ServersTransport sets `responseHeaderTimeout`',
    patience: undefined,
    pods: 'app.kubernetes.io/name=traefik',
  },
  // https://apisix.apache.org/docs/apisix/admin-api/#upstream
  apisix: {
    name: 'APISIX',
    badGateway: REFUSED,
    unavailable: 'the Service has no ready endpoint',
    timeout: 'the pod sent nothing for the read timeout',
    patience: 60,
    pods: 'app.kubernetes.io/name=apisix',
  },
  // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html
  alb: {
    name: 'the Application Load Balancer',
    badGateway: REFUSED,
    unavailable: 'its target group has no registered target',
    timeout: 'no connection within 10 s, or no answer within the idle timeout',
    patience: 60,
    setBy: {
      annotation: 'alb.ingress.kubernetes.io/load-balancer-attributes',
      pattern: /(?:^|,)\s*idle_timeout\.timeout_seconds=(\d+)/,
    },
    pods: 'app.kubernetes.io/name=aws-load-balancer-controller',
  },
  // https://cloud.google.com/load-balancing/docs/https/troubleshooting-ext-https-lbs
  gce: {
    name: 'the Google Cloud load balancer',
    badGateway: `no backend is healthy (\`statusDetails\` is \`failed_to_pick_backend\`), or ${REFUSED}`,
    unavailable: 'as a rule the app itself answers so: `statusDetails` is then `response_sent_by_backend`',
    timeout: 'no answer within `timeoutSec` of the BackendConfig (or a 502 with `statusDetails` `backend_timeout`)',
    patience: 30,
  },
  // https://learn.microsoft.com/azure/application-gateway/application-gateway-troubleshooting-502
  azure: {
    name: 'Application Gateway',
    badGateway: `no backend is healthy, or ${REFUSED}`,
    unavailable: 'as a rule the app itself answers so',
    timeout: 'no answer within the request timeout',
    patience: 30,
    setBy: { annotation: 'appgw.ingress.kubernetes.io/request-timeout', pattern: /^(\d+)$/ },
    pods: 'app=ingress-azure',
  },
  // https://www.envoyproxy.io/docs/envoy/latest/configuration/observability/access_log/usage#response-flags
  istio: {
    name: 'Envoy of Istio',
    badGateway: 'the pod did not answer in HTTP (flag `UPE`), or the app itself answers so',
    unavailable: 'no endpoint is healthy (flag `UH`), or the pod refused (`UF`) or closed (`UC`) the connection',
    timeout: 'no answer within the `timeout` of the VirtualService (flag `UT`); without one it waits forever',
    patience: undefined,
    pods: 'istio=ingressgateway',
  },
  // https://linkerd.io/2/tasks/debugging-502s/
  linkerd: {
    name: 'the Linkerd proxy',
    badGateway: 'the pod refused or closed the connection',
    unavailable: 'the proxy sheds load, or no endpoint is available',
    timeout: 'no endpoint became available in time (failfast), or a timeout of the route passed',
    patience: undefined,
  },
};

/** What any proxy means by them, where it is not known which one answers. */
export const ANY_PROXY: ProxyAnswers = {
  name: 'the proxy before the Service',
  badGateway: REFUSED,
  unavailable: 'the Service has no ready endpoint',
  timeout: 'no answer within its timeout',
  patience: undefined,
};

/** The proxy that a route goes through, by its name; undefined where kube-proxy or a balancer of connections is all. */
export function proxyOfRoute(route: string): Proxy | undefined {
  const known: Readonly<Record<string, Proxy>> = {
    'ingress-nginx': 'nginx',
    traefik: 'traefik',
    apisix: 'apisix',
    'alb-ip': 'alb',
    'alb-instance': 'alb',
    'azure-application-gateway': 'azure',
    'gce-neg': 'gce',
    istio: 'istio',
    linkerd: 'linkerd',
  };
  return Object.hasOwn(known, route) ? known[route] : undefined;
}

/** Seconds that a proxy waits for an answer, as an annotation of what stands before the Service sets them. */
export function patienceOf({ setBy, patience }: ProxyAnswers, front: SetObject | undefined): number | undefined {
  if (setBy === undefined || front === undefined) return patience;
  const written = annotationsOf(front.manifest)[setBy.annotation];
  const seconds = setBy.pattern.exec(written?.trim() ?? '')?.[1];
  return seconds === undefined ? patience : (integerOf(Number(seconds)) ?? patience);
}
