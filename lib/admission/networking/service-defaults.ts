import type { Report } from '../report';
import type { Service, ServiceSpec } from '../structure/generated/types';
import { isExternal } from './exposure';

const AFFINITY_TIMEOUT = 10_800;

/**
 * Source: core/v1/defaults.go SetDefaults_Service; clusterIP and clusterIPs: registry/core/service/strategy.go
 * patchAllocatedValues and NormalizeClusterIPs.
 */
export function defaultService(object: Service, report: Report): Service {
  const written = object.spec ?? {};
  const type = written.type || 'ClusterIP';
  const spec: ServiceSpec = { ...written, type, ...clusterIps(written), ...affinity(written) };
  return {
    ...object,
    spec: {
      ...spec,
      externalTrafficPolicy: spec.externalTrafficPolicy || (isExternal(spec, report) ? 'Cluster' : undefined),
      allocateLoadBalancerNodePorts: spec.allocateLoadBalancerNodePorts ?? (type === 'LoadBalancer' ? true : undefined),
      ports: spec.ports?.map((port) => ({
        ...port,
        protocol: port.protocol || 'TCP',
        targetPort: port.targetPort || port.port,
      })),
    },
  };
}

function clusterIps({ clusterIP = '', clusterIPs = [] }: ServiceSpec): Partial<ServiceSpec> {
  if (clusterIP !== '' && clusterIPs.length === 0) return { clusterIPs: [clusterIP] };
  return {};
}

function affinity({ sessionAffinity, sessionAffinityConfig }: ServiceSpec): Partial<ServiceSpec> {
  if ((sessionAffinity || 'None') === 'None') return { sessionAffinity: 'None', sessionAffinityConfig: undefined };
  if (sessionAffinity !== 'ClientIP') return { sessionAffinity };
  const timeoutSeconds = sessionAffinityConfig?.clientIP?.timeoutSeconds ?? AFFINITY_TIMEOUT;
  return { sessionAffinity, sessionAffinityConfig: { clientIP: { timeoutSeconds } } };
}
