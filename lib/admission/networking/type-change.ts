import { isObject, listOf } from '../../kubernetes/views/json';
import { isEqual } from '../immutable';
import type { Service, ServicePort, ServiceSpec } from '../structure/generated/types';
import { needsHealthCheck } from './exposure';

/** Whether a Service of a type has a use for a field; where it had and has no more, an unchanged value goes away. */
const NEEDED: Readonly<Partial<Record<keyof ServiceSpec, (spec: ServiceSpec) => boolean>>> = {
  clusterIP: hasAddress,
  clusterIPs: hasAddress,
  ipFamilies: hasAddress,
  ipFamilyPolicy: hasAddress,
  externalTrafficPolicy: hasNodePorts,
  healthCheckNodePort: (spec) => needsHealthCheck(spec),
  allocateLoadBalancerNodePorts: isBalanced,
  loadBalancerClass: isBalanced,
};

/**
 * Takes away what a manifest still says though the Service is of another type now. Source: registry/core/service/strategy.go
 * dropTypeDependentFields.
 */
export function withoutOldType(object: Service, { spec: before = {} }: Service): Service {
  const old = isBalanced(before) ? { allocateLoadBalancerNodePorts: true, ...before } : before;
  const { spec } = object;
  if (!isObject(spec)) return object;
  const written = spec as ServiceSpec;
  const fields = Object.keys(NEEDED) as (keyof ServiceSpec)[];
  const gone = new Set<string>(
    fields.filter((field) => {
      const isNeeded = NEEDED[field];
      return isNeeded?.(old) === true && !isNeeded(written) && isEqual(written[field], old[field], field);
    }),
  );
  const kept = Object.fromEntries(Object.entries(written).filter(([field]) => !gone.has(field)));
  const losesPorts = hasNodePorts(old) && !hasNodePorts(written);
  const ports = losesPorts
    ? listOf(written.ports).map((port, index) => withoutPort(port, old.ports?.[index]))
    : kept.ports;
  return { ...object, spec: { ...kept, ports } as ServiceSpec };
}

/** An address that is not written is taken over. Source: registry/core/service/storage patchAllocatedValues. */
export function withOldAddress(object: Service, { spec: old = {} }: Service): Service {
  const { spec } = object;
  if (!isObject(spec)) return object;
  const written = spec as ServiceSpec;
  const { clusterIP = '', clusterIPs = [] } = old;
  if (clusterIP === '' || (written.clusterIP ?? '') !== '' || !hasAddress(old) || !hasAddress(written)) return object;
  const isBare = (written.clusterIPs ?? []).length === 0;
  return { ...object, spec: { ...written, clusterIP, clusterIPs: isBare ? clusterIPs : written.clusterIPs } };
}

function withoutPort(port: unknown, old: ServicePort | undefined): ServicePort {
  if (!isObject(port) || port.nodePort !== old?.nodePort) return port as ServicePort;
  const { nodePort: _nodePort, ...rest } = port;
  return rest as ServicePort;
}

function hasAddress({ type = 'ClusterIP' }: ServiceSpec): boolean {
  return type !== 'ExternalName';
}

function hasNodePorts({ type }: ServiceSpec): boolean {
  return type === 'NodePort' || isBalanced({ type });
}

function isBalanced({ type }: ServiceSpec): boolean {
  return type === 'LoadBalancer';
}

/** With its second family, a Service gives back what it had of it. Source: registry/core/service trimFieldsForDualStackDowngrade. */
export function withoutSecondFamily(object: Service, { spec: old = {} }: Service): Service {
  const written: unknown = object.spec ?? {};
  if (!isObject(written)) return object;
  const spec = written as ServiceSpec;
  const isDowngrade = spec.ipFamilyPolicy === 'SingleStack' && /DualStack$/.test(old.ipFamilyPolicy ?? '');
  const [first, second] = old.ipFamilies ?? [];
  const isUntouched = second !== undefined && spec.ipFamilies?.[0] === first && spec.ipFamilies?.[1] === second;
  return isDowngrade && isUntouched && first !== undefined
    ? { ...object, spec: { ...spec, ipFamilies: [first] } }
    : object;
}
