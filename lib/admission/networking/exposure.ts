import type { ServiceSpec } from '../structure/generated/types';

/** Source: pkg/api/service ExternallyAccessible. */
export function isExternal({ type, externalIPs = [] }: ServiceSpec): boolean {
  return type === 'LoadBalancer' || type === 'NodePort' || (type === 'ClusterIP' && externalIPs.length > 0);
}

/** Source: pkg/api/service NeedsHealthCheck. */
export function needsHealthCheck({ type, externalTrafficPolicy }: ServiceSpec): boolean {
  return type === 'LoadBalancer' && externalTrafficPolicy === 'Local';
}
