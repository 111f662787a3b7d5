import { isEqual } from '../immutable';
import type { ServiceSpec } from '../structure/generated/types';
import { needsHealthCheck } from './exposure';
import { hasAddress } from './old-service';

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
export function withoutOldType(written: ServiceSpec, old: ServiceSpec): ServiceSpec {
  const fields = Object.keys(NEEDED) as (keyof ServiceSpec)[];
  const gone = new Set<string>(
    fields.filter((field) => {
      const isNeeded = NEEDED[field];
      return isNeeded?.(old) === true && !isNeeded(written) && isEqual(written[field], old[field], field);
    }),
  );
  const kept: ServiceSpec =
    gone.size === 0 ? written : Object.fromEntries(Object.entries(written).filter(([field]) => !gone.has(field)));
  if (!hasNodePorts(old) || hasNodePorts(written)) return kept;
  const before = new Set((old.ports ?? []).map(({ nodePort = 0 }) => nodePort));
  const addsNone = (written.ports ?? []).every(({ nodePort = 0 }) => nodePort === 0 || before.has(nodePort));
  return addsNone ? { ...kept, ports: written.ports?.map(({ nodePort: _nodePort, ...port }) => port) } : kept;
}

function hasNodePorts({ type }: ServiceSpec): boolean {
  return type === 'NodePort' || isBalanced({ type });
}

function isBalanced({ type }: ServiceSpec): boolean {
  return type === 'LoadBalancer';
}
