import { type IpBlock, parseCidr, validateCidr } from '../ip';
import { defineKind } from '../kind';
import { validateLabelSelector } from '../labels';
import { validateMetadata } from '../metadata';
import { dnsSubdomain, portName } from '../names';
import { isPort, PROTOCOLS } from '../pod/ports';
import type { Report } from '../report';
import type { IPBlock, NetworkPolicy, NetworkPolicyPeer, NetworkPolicyPort } from '../structure/generated/types';

const NO_PORT = 'must be between 1 and 65535';

/** Source: networking/validation ValidateNetworkPolicy. Its defaults are all valid. */
export const networkPolicy = defineKind<NetworkPolicy>({
  setsGenerationFrom: 28,
  default: (object) => object,
  validate: ({ metadata = {}, spec = {} }, report) => {
    validateMetadata(metadata, true, dnsSubdomain, report);
    const { podSelector, ingress = [], egress = [], policyTypes = [] } = spec;
    validateLabelSelector(podSelector, 'spec.podSelector', report);
    ingress.forEach(({ ports = [], from = [] }, index) => {
      validateRule(ports, from, `spec.ingress[${index}]`, 'from', report);
    });
    egress.forEach(({ ports = [], to = [] }, index) => {
      validateRule(ports, to, `spec.egress[${index}]`, 'to', report);
    });
    if (policyTypes.length > 2) report.invalid('spec.policyTypes', policyTypes, 'must have at most 2 items');
    else
      policyTypes.forEach((type, index) => {
        report.oneOf(`spec.policyTypes[${index}]`, type, ['Egress', 'Ingress']);
      });
  },
});

function validateRule(
  ports: readonly NetworkPolicyPort[],
  peers: readonly NetworkPolicyPeer[],
  path: string,
  field: 'from' | 'to',
  report: Report,
): void {
  ports.forEach((port, index) => {
    validatePort(port, `${path}.ports[${index}]`, report);
  });
  peers.forEach((peer, index) => {
    validatePeer(peer, `${path}.${field}[${index}]`, report);
  });
}

function validatePort({ protocol, port, endPort }: NetworkPolicyPort, path: string, report: Report): void {
  if (protocol !== undefined && protocol !== '') report.oneOf(`${path}.protocol`, protocol, PROTOCOLS);
  else if (protocol === '') report.notSupported(`${path}.protocol`, protocol, PROTOCOLS);
  const at = `${path}.endPort`;
  if (typeof port === 'number') {
    if (!isPort(port)) report.invalid(`${path}.port`, port, NO_PORT);
    if (endPort === undefined) return;
    if (endPort < port) report.invalid(at, endPort, `must be at least port (${port})`, [at, `${path}.port`]);
    if (!isPort(endPort)) report.invalid(at, endPort, NO_PORT);
    return;
  }
  if (endPort !== undefined) report.invalid(at, endPort, 'must not be set unless port is a number');
  if (port !== undefined) report.invalidFor(`${path}.port`, port, portName(port));
}

function validatePeer(
  { podSelector, namespaceSelector, ipBlock }: NetworkPolicyPeer,
  path: string,
  report: Report,
): void {
  validateLabelSelector(podSelector, `${path}.podSelector`, report);
  validateLabelSelector(namespaceSelector, `${path}.namespaceSelector`, report);
  if (ipBlock !== undefined) validateIpBlock(ipBlock, `${path}.ipBlock`, report);
  const hasSelector = podSelector !== undefined || namespaceSelector !== undefined;
  if (ipBlock === undefined && !hasSelector)
    report.required(path, 'a peer needs a podSelector, namespaceSelector or ipBlock');
  if (ipBlock !== undefined && hasSelector) report.forbidden(path, 'must not have an ipBlock beside a selector');
}

function validateIpBlock({ cidr = '', except = [] }: IPBlock, path: string, report: Report): void {
  if (cidr === '') {
    report.required(`${path}.cidr`);
    return;
  }
  validateCidr(cidr, `${path}.cidr`, report);
  const block = parseCidr(cidr);
  if (block === undefined) return;
  except.some((text, index) => {
    const at = `${path}.except[${index}]`;
    validateCidr(text, at, report);
    const inner = parseCidr(text);
    // Until 1.29 one that could not be read was the last to be looked at.
    if (inner === undefined) return !report.isAtLeast(30);
    if (!isStrictlyWithin(inner, block)) report.invalid(at, text, `must be a part of cidr (${cidr})`);
    return false;
  });
}

function isStrictlyWithin(inner: IpBlock, outer: IpBlock): boolean {
  if (inner.address.family !== outer.address.family || inner.prefixLength <= outer.prefixLength) return false;
  return inner.address.bytes.every((byte, index) => {
    const fixed = Math.max(0, Math.min(8, outer.prefixLength - index * 8));
    const mask = (0xff << (8 - fixed)) & 0xff;
    return (byte & mask) === ((outer.address.bytes[index] ?? 0) & mask);
  });
}
