import { parseIp, validateCidr, validateIp } from '../ip';
import { defineKind } from '../kind';
import { validateLabels } from '../labels';
import { validateMetadata } from '../metadata';
import { dns1035Label, dnsLabel, dnsSubdomain, qualifiedName } from '../names';
import type { Report } from '../report';
import { show } from '../report';
import type { Service, ServiceSpec } from '../structure/generated/types';
import { validateAddressesUpdate, validateFamiliesUpdate, withFamilies } from './address-update';
import { validateClusterIps, validateFamilyPolicy } from './cluster-ips';
import { isExternal, needsHealthCheck } from './exposure';
import { allocateNodePorts, isNodePort } from './node-ports';
import { withAddresses } from './old-service';
import { defaultService } from './service-defaults';
import { validateServicePorts } from './service-ports';

export const service = defineKind<Service>({
  dropped: [['ServiceTrafficDistribution', 'spec.trafficDistribution']],
  default: defaultService,
  validate: (object, report, old) => {
    const { metadata = {}, spec = {} } = object;
    // Addresses and ports are allocated before anything else is looked at, and a refusal there is the only one.
    for (const allocate of old === undefined ? ALLOCATED : ALLOCATED_ANEW) {
      allocate(spec, report, withAddresses(old?.spec ?? {}));
      if (report.rejections.length > 0) return;
    }
    if (old === undefined) {
      validateMetadata(metadata, true, report.has('RelaxedServiceNameValidation') ? dnsLabel : dns1035Label, report);
      validateService(object, report, false);
    } else {
      validateMetadata(metadata, true, () => undefined, report);
      const before = withAddresses(old.spec ?? {});
      const allocated = withFamilies(spec, before);
      validateService({ ...object, spec: allocated }, report, true);
      validateUpdate(allocated, before, report);
    }
  },
});

type Allocation = (spec: ServiceSpec, report: Report, old: ServiceSpec) => void;

const ALLOCATED: readonly Allocation[] = [
  validateClusterIps,
  validateFamilyPolicy,
  (spec, report) => allocateNodePorts(spec, report),
];

const ALLOCATED_ANEW: readonly Allocation[] = [
  (spec, report, old) => validateFamiliesUpdate(spec, old, report),
  allocateNodePorts,
];

/** Source: core/validation ValidateServiceUpdate. */
function validateUpdate(spec: ServiceSpec, old: ServiceSpec, report: Report): void {
  validateAddressesUpdate(spec, old, report);
  const areBalanced = spec.type === 'LoadBalancer' && old.type === 'LoadBalancer';
  if (areBalanced && spec.loadBalancerClass !== old.loadBalancerClass)
    report.add(
      'Invalid',
      'spec.loadBalancerClass',
      `is ${show(spec.loadBalancerClass)} and was ${show(old.loadBalancerClass)}, and cannot be changed`,
      'keep the class, or make a new Service and move the traffic to it',
    );
  const [before, after] = [old.healthCheckNodePort ?? 0, spec.healthCheckNodePort ?? 0];
  // Of a Service that is no live object the port is not known.
  if (needsHealthCheck(spec) && needsHealthCheck(old) && before !== 0 && before !== after)
    report.add(
      'Forbidden',
      'spec.healthCheckNodePort',
      `is ${after} and was ${before}, and cannot be changed`,
      'keep the port, or leave it out',
    );
}

const HINTS = 'service.kubernetes.io/topology-aware-hints';
const MODE = 'service.kubernetes.io/topology-mode';
const RANGES = 'service.beta.kubernetes.io/load-balancer-source-ranges';

/** Source: core/validation validateService. */
function validateService({ metadata = {}, spec = {} }: Service, report: Report, isUpdate: boolean): void {
  const annotations = metadata.annotations ?? {};
  const [hints, mode] = [annotations[HINTS], annotations[MODE]];
  if (hints !== undefined && mode !== undefined && hints !== mode)
    report.invalid(`metadata.annotations[${MODE}]`, mode, `must be the same as the annotation ${HINTS}`);
  validateServicePorts(spec, report, isUpdate);
  if (spec.type === 'ExternalName') validateExternalName(spec, report);
  validateLabels(spec.selector, 'spec.selector', report);
  validateAffinity(spec, report);
  (spec.externalIPs ?? []).forEach((address, index) => {
    validateExternalIp(address, `spec.externalIPs[${index}]`, report);
  });
  report.oneOf('spec.type', spec.type, ['ClusterIP', 'ExternalName', 'LoadBalancer', 'NodePort']);
  validateSourceRanges(spec, annotations[RANGES], report);
  validateBalancer(spec, report);
  validateTraffic(spec, report);
}

function validateExternalName(spec: ServiceSpec, report: Report): void {
  const { externalName = '' } = spec;
  for (const field of ['clusterIPs', 'ipFamilies'] as const) {
    if ((spec[field] ?? []).length > 0) report.forbidden(`spec.${field}`, 'must not be set with type ExternalName');
  }
  if (spec.ipFamilyPolicy !== undefined)
    report.forbidden('spec.ipFamilyPolicy', 'must not be set with type ExternalName');
  const name = externalName.endsWith('.') ? externalName.slice(0, -1) : externalName;
  if (name === '') report.required('spec.externalName', 'type ExternalName needs it');
  else report.invalidFor('spec.externalName', externalName, dnsSubdomain(name));
}

const MOST_TIMEOUT = 86_400;

function validateAffinity({ sessionAffinity, sessionAffinityConfig }: ServiceSpec, report: Report): void {
  report.oneOf('spec.sessionAffinity', sessionAffinity, ['ClientIP', 'None']);
  if (sessionAffinity !== 'ClientIP') return;
  const timeout = sessionAffinityConfig?.clientIP?.timeoutSeconds ?? 0;
  if (timeout <= 0 || timeout > MOST_TIMEOUT)
    report.invalid(
      'spec.sessionAffinityConfig.clientIP.timeoutSeconds',
      timeout,
      `must be between 1 and ${MOST_TIMEOUT}`,
    );
}

/** An address that is no host's own. Source: core/validation ValidateEndpointIP. */
function validateExternalIp(text: string, path: string, report: Report): void {
  const before = report.rejections.length;
  validateIp(text, path, report);
  const address = parseIp(text);
  if (report.rejections.length > before || address === undefined) return;
  const { family, bytes } = address;
  const refuse = (what: string) => report.invalid(path, text, `must not be ${what} address`);
  const [first = 0, second = 0, third = 0] = bytes;
  if (bytes.every((byte) => byte === 0)) refuse('the unspecified');
  if (family === 'IPv4' ? first === 127 : bytes.slice(0, 15).every((byte) => byte === 0) && bytes[15] === 1)
    refuse('a loopback');
  if (family === 'IPv4' ? first === 169 && second === 254 : first === 0xfe && (second & 0xc0) === 0x80)
    refuse('a link-local');
  if (family === 'IPv4' ? first === 224 && second === 0 && third === 0 : first === 0xff && (second & 0x0f) === 2)
    refuse('a link-local multicast');
}

/** The path is written with a capital letter there. */
function validateSourceRanges(spec: ServiceSpec, annotation: string | undefined, report: Report): void {
  const ranges = spec.loadBalancerSourceRanges ?? [];
  const at = ranges.length > 0 ? 'spec.LoadBalancerSourceRanges' : `metadata.annotations[${RANGES}]`;
  if (ranges.length === 0 && annotation === undefined) return;
  if (spec.type !== 'LoadBalancer') report.forbidden(at, 'must not be set unless the type is LoadBalancer');
  ranges.forEach((range, index) => {
    validateCidr(range.trim(), report.isAtLeast(30) ? `${at}[${index}]` : at, report);
  });
  if (ranges.length > 0 || (annotation ?? '').trim() === '') return;
  for (const range of (annotation ?? '').split(',')) validateCidr(range.trim(), at, report);
}

function validateBalancer(spec: ServiceSpec, report: Report): void {
  const { type, loadBalancerClass, allocateLoadBalancerNodePorts } = spec;
  const why = 'must not be set unless the type is LoadBalancer';
  if (allocateLoadBalancerNodePorts !== undefined && type !== 'LoadBalancer')
    report.forbidden('spec.allocateLoadBalancerNodePorts', why);
  if (loadBalancerClass === undefined) return;
  if (type === 'LoadBalancer')
    report.invalidFor('spec.loadBalancerClass', loadBalancerClass, qualifiedName(loadBalancerClass));
  else report.forbidden('spec.loadBalancerClass', why);
}

function validateTraffic(spec: ServiceSpec, report: Report): void {
  const { externalTrafficPolicy = '', internalTrafficPolicy, trafficDistribution, healthCheckNodePort = 0 } = spec;
  if (isExternal(spec, report)) report.oneOf('spec.externalTrafficPolicy', externalTrafficPolicy, ['Cluster', 'Local']);
  else if (externalTrafficPolicy !== '')
    report.invalid(
      'spec.externalTrafficPolicy',
      externalTrafficPolicy,
      'must not be set: the Service cannot be reached from outside',
    );
  if (healthCheckNodePort !== 0 && needsHealthCheck(spec) && !isNodePort(healthCheckNodePort))
    report.invalid('spec.healthCheckNodePort', healthCheckNodePort, 'must be a node port: between 30000 and 32767');
  if (healthCheckNodePort !== 0 && !needsHealthCheck(spec))
    report.invalid(
      'spec.healthCheckNodePort',
      healthCheckNodePort,
      'must not be set unless the type is LoadBalancer and externalTrafficPolicy Local',
    );
  if (internalTrafficPolicy !== undefined)
    report.oneOf('spec.internalTrafficPolicy', internalTrafficPolicy, ['Cluster', 'Local']);
  if (trafficDistribution === undefined) return;
  const distributions = ['PreferClose', 'PreferSameNode', 'PreferSameZone'];
  const allowed = report.has('PreferSameTrafficDistribution') ? distributions : distributions.slice(0, 1);
  report.oneOf('spec.trafficDistribution', trafficDistribution, allowed);
}
