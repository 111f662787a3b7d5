import { list, map } from '../../lifecycle/arguments/collections';
import { duration } from '../../lifecycle/arguments/duration';
import { required } from '../../lifecycle/arguments/kind';
import { port, text, wholeNumber } from '../../lifecycle/arguments/scalars';
import { nested, struct } from '../../lifecycle/arguments/struct';
import { CROSS_VERSION_OBJECT_REFERENCE, METRIC } from '../../lifecycle/values/metric';
import { SCALING_BEHAVIOR } from '../../lifecycle/values/scaling-rules';
import type { AutoscalingOptions } from '../autoscaler';
import type { HttpRouteOptions, IngressHost, IngressOptions, IngressPath } from '../ingress';
import type { ExposeOptions, ServiceOptions, ServicePort } from '../service';

export const AUTOSCALING_OPTIONS = struct<AutoscalingOptions>('AutoscalingOptions', {
  minReplicas: wholeNumber(1),
  maxReplicas: required(wholeNumber(1, 'the most replicas, such as 10')),
  cpuUtilization: wholeNumber(1),
  memoryUtilization: wholeNumber(1),
  metrics: list(METRIC),
  scaleDownStabilization: duration('Duration.seconds(300)'),
  behavior: nested(SCALING_BEHAVIOR),
  target: nested(CROSS_VERSION_OBJECT_REFERENCE),
});

export const SERVICE_PORT = struct<ServicePort>('ServicePort', {
  name: required(text("a name, such as 'metrics'")),
  port: required(port('a port, such as 9090')),
  targetPort: port(),
  protocol: text(),
  appProtocol: text(),
});

export const SERVICE_OPTIONS = struct<ServiceOptions>('ServiceOptions', {
  ports: list(nested(SERVICE_PORT)),
  type: text(),
  annotations: map(text()),
  loadBalancerClass: text(),
  externalTrafficPolicy: text(),
});

export const EXPOSE_OPTIONS = struct<ExposeOptions>('ExposeOptions', {
  ...SERVICE_OPTIONS.properties,
  name: required(text('the name of the Service')),
  port: port(),
});

export const INGRESS_PATH = struct<IngressPath>('IngressPath', {
  path: required(text("a path, such as '/'")),
  pathType: text(),
});

export const INGRESS_HOST = struct<IngressHost>('IngressHost', {
  host: required(text("a host name, such as 'shop.example.com'")),
  paths: list(nested(INGRESS_PATH)),
  tlsSecret: text(),
});

export const INGRESS_OPTIONS = struct<IngressOptions>('IngressOptions', {
  host: text(),
  hosts: list(nested(INGRESS_HOST)),
  path: text(),
  pathType: text(),
  className: text(),
  tlsSecret: text(),
  annotations: map(text()),
});

export const HTTP_ROUTE_OPTIONS = struct<HttpRouteOptions>('HttpRouteOptions', {
  gateway: required(text('the name of the Gateway')),
  gatewayNamespace: text(),
  sectionName: text(),
  hostnames: list(text()),
  path: text(),
});
