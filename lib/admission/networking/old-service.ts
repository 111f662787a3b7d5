import type { ServiceSpec } from '../structure/generated/types';
import { needsHealthCheck } from './exposure';
import { areAllocated } from './node-ports';

/** Stand for the addresses that a cluster gave to a Service whose manifest alone is known: no Service has one of these. */
const PLACEHOLDERS: Readonly<Record<string, string>> = { IPv4: '192.0.2.1', IPv6: '2001:db8::1' };

export function isPlaceholderAddress(address: string): boolean {
  return Object.values(PLACEHOLDERS).includes(address);
}

export function otherFamily(family: string): string {
  return family === 'IPv6' ? 'IPv4' : 'IPv6';
}

export function hasAddress({ type = 'ClusterIP' }: ServiceSpec): boolean {
  return type !== 'ExternalName';
}

/**
 * Adds to a Service what a cluster gave it when it was created; a live one has it already. Source:
 * registry/core/service/storage/alloc.go initIPFamilyFields, of a cluster with both families.
 */
export function withAddresses(spec: ServiceSpec): ServiceSpec {
  const { clusterIP = '', clusterIPs = [], selector = {} } = spec;
  if (!hasAddress(spec)) return spec;
  const known = clusterIPs.length === 0 && clusterIP !== '' ? [clusterIP] : clusterIPs;
  if (known.length > 0 && (spec.ipFamilies ?? []).length > 0) return { ...spec, clusterIPs: known };
  const isManual = clusterIP === 'None' && Object.keys(selector).length === 0;
  const ipFamilyPolicy = spec.ipFamilyPolicy ?? (isManual ? 'RequireDualStack' : 'SingleStack');
  const [first = known[0]?.includes(':') ? 'IPv6' : 'IPv4', second] = spec.ipFamilies ?? [];
  const isDual = second !== undefined || known.length > 1 || ipFamilyPolicy !== 'SingleStack';
  const ipFamilies = isDual ? [first, otherFamily(first)] : [first];
  if (clusterIP === 'None') return { ...spec, clusterIPs: ['None'], ipFamilies, ipFamilyPolicy };
  const addresses = ipFamilies.map((family, index) => known[index] ?? PLACEHOLDERS[family] ?? '');
  return { ...spec, clusterIP: addresses[0], clusterIPs: addresses, ipFamilies, ipFamilyPolicy };
}

/**
 * Adds to a new manifest the addresses and ports of the old Service that it does not say, and gives a second family back
 * where the policy alone says so. Source: registry/core/service/storage patchAllocatedValues, normalizeClusterIPs, and the
 * beginning of initIPFamilyFields.
 */
export function withOldAllocations(written: ServiceSpec, old: ServiceSpec): ServiceSpec {
  const spec = withOldNodePorts(withOldClusterIps(written, old), old);
  const healthCheckNodePort = spec.healthCheckNodePort || (needsHealthCheck(old) ? old.healthCheckNodePort : undefined);
  const patched = needsHealthCheck(spec) ? { ...spec, healthCheckNodePort } : spec;
  if (!hasAddress(spec)) return patched;
  const ipFamilyPolicy = spec.ipFamilyPolicy ?? old.ipFamilyPolicy ?? 'SingleStack';
  if (ipFamilyPolicy !== 'SingleStack') return { ...patched, ipFamilyPolicy };
  const firstOf = <T>(now: readonly T[] = [], before: readonly T[] = []) =>
    `${now}` === `${before}` ? now.slice(0, 1) : now;
  return {
    ...patched,
    ipFamilyPolicy,
    clusterIPs: firstOf(spec.clusterIPs, old.clusterIPs),
    ipFamilies: firstOf(spec.ipFamilies, old.ipFamilies),
  };
}

function withOldClusterIps(written: ServiceSpec, old: ServiceSpec): ServiceSpec {
  const keeps = hasAddress(old) && hasAddress(written);
  const clusterIP = written.clusterIP || (keeps ? old.clusterIP : undefined) || '';
  const listed = written.clusterIPs ?? [];
  const clusterIPs = listed.length === 0 && keeps ? (old.clusterIPs ?? []) : listed;
  const isNew = clusterIP !== (old.clusterIP ?? '') && `${clusterIPs}` === `${old.clusterIPs ?? []}`;
  const fitting = isNew ? [clusterIP].filter((address) => address !== '') : clusterIPs;
  return { ...written, clusterIP, clusterIPs: fitting };
}

function withOldNodePorts(spec: ServiceSpec, old: ServiceSpec): ServiceSpec {
  if (!areAllocated(old) || !areAllocated(spec)) return spec;
  const used = new Set((spec.ports ?? []).map(({ nodePort = 0 }) => nodePort));
  const byName = new Map((old.ports ?? []).map(({ name = '', nodePort = 0 }) => [name, nodePort]));
  const ports = spec.ports?.map((port) => {
    const before = byName.get(port.name ?? '') ?? 0;
    return port.nodePort || before === 0 || used.has(before) ? port : { ...port, nodePort: before };
  });
  return { ...spec, ports };
}
