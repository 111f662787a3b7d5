import { parseIp, validateIp } from '../ip';
import type { Report } from '../report';
import type { ServiceSpec } from '../structure/generated/types';

/** Tells whether a Service has no address of its own. */
export function isHeadless({ clusterIPs = [] }: ServiceSpec): boolean {
  return clusterIPs.length === 1 && clusterIPs[0] === 'None';
}

const AT = 'spec.clusterIPs';

/** Source: core/validation ValidateServiceClusterIPsRelatedFields. */
export function validateClusterIps(spec: ServiceSpec, report: Report): void {
  if (spec.type === 'ExternalName') return;
  const { clusterIP = '', clusterIPs = [], ipFamilies = [], ipFamilyPolicy } = spec;
  if (clusterIP === '') {
    if (clusterIPs.length > 0) report.invalid(AT, clusterIPs, 'must be empty while clusterIP is');
  } else if (clusterIPs.length === 0) report.required(AT, 'clusterIP is set');
  else if (clusterIPs[0] !== clusterIP) report.invalid(AT, clusterIPs, `must begin with clusterIP ("${clusterIP}")`);

  ipFamilies.forEach((family, index) => {
    report.oneOf(`spec.ipFamilies[${index}]`, family, ['IPv4', 'IPv6']);
    if (ipFamilies.indexOf(family) < index) report.duplicate(`spec.ipFamilies[${index}]`, family);
  });
  if (ipFamilyPolicy !== undefined)
    report.oneOf('spec.ipFamilyPolicy', ipFamilyPolicy, ['PreferDualStack', 'RequireDualStack', 'SingleStack']);
  const areValid = validateAddresses(clusterIPs, report);
  if (clusterIPs.length > 2) report.invalid(AT, clusterIPs, 'must have at most 2 items');
  if (areValid) validateFamilies(spec, report);
}

function validateAddresses(clusterIPs: readonly string[], report: Report): boolean {
  let areValid = true;
  clusterIPs.forEach((address, index) => {
    if (index === 0 && address === 'None') {
      if (clusterIPs.length === 1) return;
      report.invalid(AT, clusterIPs, 'must have nothing beside "None"');
      areValid = false;
      return;
    }
    const before = report.rejections.length;
    validateIp(address, `${AT}[${index}]`, report);
    if (report.rejections.length > before) areValid = false;
  });
  return areValid;
}

function validateFamilies(spec: ServiceSpec, report: Report): void {
  const { clusterIPs = [], ipFamilies = [] } = spec;
  const families = clusterIPs.map((address) => parseIp(address)?.family);
  if (clusterIPs.length > 1 && new Set(families).size < 2)
    report.invalid(AT, clusterIPs, 'must have one address of each family');
  if (isHeadless(spec)) return;
  clusterIPs.forEach((address, index) => {
    const family = ipFamilies[index];
    if ((family === 'IPv4' || family === 'IPv6') && families[index] !== family)
      report.invalid(`${AT}[${index}]`, address, `must be an ${family} address, as ipFamilies[${index}] is`);
  });
}

/** Source: registry/core/service/storage/alloc.go initIPFamilyFields. */
export function validateFamilyPolicy(spec: ServiceSpec, report: Report): void {
  const { type, clusterIPs = [], ipFamilies = [], selector = {}, ipFamilyPolicy } = spec;
  if (type === 'ExternalName') return;
  const isManual = isHeadless(spec) && Object.keys(selector).length === 0;
  const policy = ipFamilyPolicy ?? (isManual ? 'RequireDualStack' : 'SingleStack');
  if (policy === 'SingleStack' && (clusterIPs.length === 2 || ipFamilies.length === 2))
    report.invalid('spec.ipFamilyPolicy', policy, 'must be "PreferDualStack" or "RequireDualStack" for two families');
}
