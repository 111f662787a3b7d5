import type { Report } from '../report';
import type { Service, ServiceSpec } from '../structure/generated/types';
import { isExternal } from './exposure';
import { withAddresses, withOldAllocations } from './old-service';
import { withoutOldType } from './type-change';

const AFFINITY_TIMEOUT = 10_800;

/** Fills in the defaults; in an update, what the cluster gave the old Service stays where the new one does not say it. */
export function defaultService(object: Service, report: Report, old?: Service): Service {
  const written = object.spec ?? {};
  if (old === undefined) return filledIn({ ...object, spec: { ...written, ...clusterIps(written) } }, report);
  const before = withAddresses(filledIn(old, report).spec ?? {});
  const spec = withoutOldType({ ...written, type: written.type || 'ClusterIP' }, before);
  return filledIn({ ...object, spec: withOldAllocations(spec, before) }, report);
}

/** Source: core/v1/defaults.go SetDefaults_Service. */
function filledIn(object: Service, report: Report): Service {
  const written = object.spec ?? {};
  const type = written.type || 'ClusterIP';
  const spec: ServiceSpec = { ...written, type, ...affinity(written) };
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

/** Source: registry/core/service/storage normalizeClusterIPs. */
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
