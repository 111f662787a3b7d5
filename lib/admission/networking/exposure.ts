import type { Report } from '../report';
import type { ServiceSpec } from '../structure/generated/types';

/** Until 1.28 external addresses did not count. Source: pkg/api/service ExternallyAccessible. */
export function isExternal({ type, externalIPs = [] }: ServiceSpec, report: Report): boolean {
  const hasExternalIps = externalIPs.length > 0 && report.isAtLeast(29);
  return type === 'LoadBalancer' || type === 'NodePort' || (type === 'ClusterIP' && hasExternalIps);
}

/** Source: pkg/api/service NeedsHealthCheck. */
export function needsHealthCheck({ type, externalTrafficPolicy }: ServiceSpec): boolean {
  return type === 'LoadBalancer' && externalTrafficPolicy === 'Local';
}
