import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { type Component, companionLabels } from './labels';

/** A path of a host that leads to the service. */
export interface IngressPath {
  /** Path; with `Prefix`, everything below it is meant too. */
  readonly path: string;
  /**
   * How the path is compared: `Prefix`, `Exact` or `ImplementationSpecific`.
   * @default 'Prefix'
   */
  readonly pathType?: string;
}

/** A host of an Ingress, with its paths and its certificate. */
export interface IngressHost {
  /** Host name, such as `shop.example.com` or `*.example.com`. */
  readonly host: string;
  /**
   * Paths that lead to the service.
   * @default - everything below '/'
   */
  readonly paths?: IngressPath[];
  /**
   * Name of the Secret with the host's certificate; hosts of one Secret share an entry.
   * @default - no TLS
   */
  readonly tlsSecret?: string;
}

/** An Ingress in front of a service. */
export interface IngressOptions {
  /**
   * Host name.
   * @default - every host
   */
  readonly host?: string;
  /**
   * Several hosts, each with its paths and its certificate, instead of `host`, `path`, `pathType` and `tlsSecret`.
   * @default - the one of `host`
   */
  readonly hosts?: IngressHost[];
  /**
   * Path; everything below it is meant too.
   * @default '/'
   */
  readonly path?: string;
  /**
   * How the path is compared: `Prefix`, `Exact` or `ImplementationSpecific`.
   * @default 'Prefix'
   */
  readonly pathType?: string;
  /**
   * Class of the controller, such as `nginx`.
   * @default - the cluster's default
   */
  readonly className?: string;
  /**
   * Name of the Secret with the certificate.
   * @default - no TLS
   */
  readonly tlsSecret?: string;
  /**
   * Annotations that the controller reads.
   * @default - none
   */
  readonly annotations?: { readonly [name: string]: string };
}

/** An HTTPRoute of the Gateway API in front of a service. */
export interface HttpRouteOptions {
  /** Name of the Gateway. */
  readonly gateway: string;
  /**
   * Namespace of the Gateway.
   * @default - the service's own
   */
  readonly gatewayNamespace?: string;
  /**
   * Listener of the Gateway.
   * @default - all that fit
   */
  readonly sectionName?: string;
  /**
   * Host names.
   * @default - those of the listener
   */
  readonly hostnames?: string[];
  /**
   * Path; everything below it is meant too.
   * @default '/'
   */
  readonly path?: string;
}

/** The Service and port that requests are sent to. */
export interface Backend {
  readonly name: string;
  readonly component: Component;
  readonly service: string;
  readonly port: number;
}

/** A host as the Ingress has it; without a name, every host. */
type Host = Omit<IngressHost, 'host'> & { readonly host?: string };

const SHORT_FORMS = ['host', 'path', 'pathType', 'tlsSecret'] as const;

/** Makes the Ingress (networking.k8s.io/v1) of a service. */
export function ingressOf(scope: Construct, backend: Backend, options: IngressOptions): ApiObject {
  const { className, annotations } = options;
  const hosts = hostsOf(options);
  return new ApiObject(scope, 'Ingress', {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: {
      name: backend.name,
      labels: companionLabels(backend.name, backend.component),
      annotations: { ...annotations },
    },
    spec: {
      ...(className !== undefined && { ingressClassName: className }),
      rules: hosts.map((host) => ruleOf(host, backend)),
      ...tlsOf(hosts),
    },
  });
}

/** @throws if hosts are given in both forms, none of them, or one twice */
function hostsOf(options: IngressOptions): readonly Host[] {
  const { hosts, host, path = '/', pathType, tlsSecret } = options;
  if (hosts === undefined) return [{ host, paths: [{ path, pathType }], tlsSecret }];
  const short = SHORT_FORMS.find((key) => options[key] !== undefined);
  if (short !== undefined) throw new Error(`'ingress' has both 'hosts' and '${short}': move '${short}' into 'hosts'`);
  if (hosts.length === 0) throw new Error("'ingress.hosts' is empty: give a host, or leave it out for every host");
  const names = hosts.map((each) => each.host);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`'ingress.hosts' has '${twice}' twice: put its paths into one of them`);
  const bare = hosts.find(({ paths }) => paths?.length === 0);
  if (bare !== undefined)
    throw new Error(`'paths' of host '${bare.host}' is empty: give a path, or leave it out for all`);
  return hosts;
}

function ruleOf({ host, paths = [{ path: '/' }] }: Host, { service, port }: Backend) {
  const http = {
    paths: paths.map(({ path, pathType = 'Prefix' }) => {
      checkPath(path);
      return { path, pathType, backend: { service: { name: service, port: { number: port } } } };
    }),
  };
  return { ...(host !== undefined && { host }), http };
}

/** One entry for each Secret, with all hosts whose certificate it has. */
function tlsOf(hosts: readonly Host[]) {
  const secrets = [...new Set(hosts.flatMap(({ tlsSecret }) => tlsSecret ?? []))];
  const tls = secrets.map((secretName) => {
    const names = hosts.flatMap(({ host, tlsSecret }) => (tlsSecret === secretName ? (host ?? []) : []));
    return { ...(names.length > 0 && { hosts: names }), secretName };
  });
  return tls.length > 0 && { tls };
}

/** Makes the HTTPRoute (gateway.networking.k8s.io/v1) of a service. */
export function httpRouteOf(scope: Construct, backend: Backend, options: HttpRouteOptions): ApiObject {
  const { gateway, gatewayNamespace, sectionName, hostnames, path = '/' } = options;
  checkPath(path);
  return new ApiObject(scope, 'HttpRoute', {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: { name: backend.name, labels: companionLabels(backend.name, backend.component) },
    spec: {
      parentRefs: [
        {
          name: gateway,
          ...(gatewayNamespace !== undefined && { namespace: gatewayNamespace }),
          ...(sectionName !== undefined && { sectionName }),
        },
      ],
      ...(hostnames !== undefined && { hostnames }),
      rules: [
        {
          matches: [{ path: { type: 'PathPrefix', value: path } }],
          backendRefs: [{ name: backend.service, port: backend.port }],
        },
      ],
    },
  });
}

function checkPath(path: string): void {
  if (!path.startsWith('/')) throw new Error(`path '${path}' must begin with '/': write '/${path}'`);
}
