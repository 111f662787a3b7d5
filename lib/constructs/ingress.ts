import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { type Component, companionLabels } from './labels';

/** An Ingress in front of a service. */
export interface IngressOptions {
  /**
   * Host name.
   * @default - every host
   */
  readonly host?: string;
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

/** Makes the Ingress (networking.k8s.io/v1) of a service. */
export function ingressOf(scope: Construct, backend: Backend, options: IngressOptions): ApiObject {
  const { host, path = '/', pathType = 'Prefix', className, tlsSecret, annotations } = options;
  checkPath(path);
  const http = {
    paths: [{ path, pathType, backend: { service: { name: backend.service, port: { number: backend.port } } } }],
  };
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
      rules: [{ ...(host !== undefined && { host }), http }],
      ...(tlsSecret !== undefined && {
        tls: [{ ...(host !== undefined && { hosts: [host] }), secretName: tlsSecret }],
      }),
    },
  });
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
