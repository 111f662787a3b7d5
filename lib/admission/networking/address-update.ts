import { parseIp } from '../ip';
import type { Report } from '../report';
import { show } from '../report';
import type { ServiceSpec } from '../structure/generated/types';
import { isHeadless, validateClusterIps, validateFamilyPolicy } from './cluster-ips';
import { isPlaceholderAddress, otherFamily } from './old-service';

const ANEW = 'leave the field out, or delete the Service and create it anew';

/**
 * Checks the addresses and families of a Service that replaces another, before anything else is looked at. Source:
 * registry/core/service/storage/alloc.go initIPFamilyFields.
 */
export function validateFamiliesUpdate(spec: ServiceSpec, old: ServiceSpec, report: Report): void {
  if (spec.type === 'ExternalName' || isUntouchedPreference(spec, old)) return;
  validateClusterIps(spec, report);
  if (report.rejections.length > 0) return;
  if (spec.ipFamilyPolicy === 'SingleStack') {
    validateFamilyPolicy(spec, report);
    return;
  }
  for (const field of ['clusterIPs', 'ipFamilies'] as const) {
    const [before, after] = [(old[field] ?? []).length, (spec[field] ?? []).length];
    if (after > 0 && after < before)
      report.add(
        'Invalid',
        'spec.ipFamilyPolicy',
        `is ${show(spec.ipFamilyPolicy)}, while ${field} has only ${show(spec[field]?.[0])} left`,
        'set ipFamilyPolicy to "SingleStack" to give the second address back, or keep both families',
      );
  }
}

/** PreferDualStack that stays as it is changes nothing when the cluster gets or loses a family. */
function isUntouchedPreference(spec: ServiceSpec, old: ServiceSpec): boolean {
  const isPreferred = [spec, old].every(({ ipFamilyPolicy }) => ipFamilyPolicy === 'PreferDualStack');
  const isSame = (['clusterIPs', 'ipFamilies'] as const).every(
    (field) => `${spec[field] ?? []}` === `${old[field] ?? []}`,
  );
  return isPreferred && spec.type === old.type && isSame;
}

/** The families that a Service has once its addresses are allocated. */
export function withFamilies(spec: ServiceSpec, old: ServiceSpec): ServiceSpec {
  if (spec.type === 'ExternalName' || isUntouchedPreference(spec, old)) return spec;
  const addresses = (spec.clusterIPs ?? []).filter((address) => address !== 'None');
  const written = spec.ipFamilies ?? [];
  const inferred = addresses.slice(written.length).flatMap((address) => parseIp(address)?.family ?? []);
  const families = [...written, ...inferred];
  const [first = 'IPv4'] = families;
  const ipFamilies =
    families.length < 2 && spec.ipFamilyPolicy !== 'SingleStack'
      ? [first, otherFamily(first)]
      : [first, ...families.slice(1)];
  return { ...spec, ipFamilies };
}

/**
 * Addresses and families stay what they were, less a second one that is given back. Source: core/validation
 * validateUpgradeDowngradeClusterIPs, validateUpgradeDowngradeIPFamilies.
 */
export function validateAddressesUpdate(spec: ServiceSpec, old: ServiceSpec, report: Report): void {
  if (spec.type === 'ExternalName' || old.type === 'ExternalName') return;
  const areHeadless = isHeadless(spec) && isHeadless(old);
  if (areHeadless) return;
  const [before, after] = [old.clusterIPs ?? [], spec.clusterIPs ?? []];
  const compared = before.length === after.length ? before.length : Math.min(before.length, after.length, 1);
  before.slice(0, compared).forEach((was, index) => {
    const is = after[index] ?? '';
    if (was === is) return;
    const told = isPlaceholderAddress(was)
      ? 'the cluster gave the Service another address before'
      : `was "${was}", which stays`;
    report.add('Invalid', `spec.clusterIPs[${index}]`, `is "${is}", and ${told}`, ANEW);
  });
  if (isHeadless(spec) !== isHeadless(old)) return;
  const [families, now] = [old.ipFamilies ?? [], spec.ipFamilies ?? []];
  const changed = families.length === now.length ? families.findIndex((family, index) => family !== now[index]) : 0;
  if (changed >= 0 && families[changed] !== now[changed])
    report.add(
      'Invalid',
      'spec.ipFamilies[0]',
      `is ${show(now)} and was ${show(families)}, and cannot be changed`,
      ANEW,
    );
}
