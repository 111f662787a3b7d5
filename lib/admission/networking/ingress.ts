import { parseIp } from '../ip';
import { defineKind } from '../kind';
import { validateMetadata } from '../metadata';
import { dns1035Label, dnsLabel, dnsSubdomain, pathSegment, portName, wildcardDnsSubdomain } from '../names';
import { isPort } from '../pod/ports';
import type { Report } from '../report';
import type { HTTPIngressPath, Ingress, IngressBackend, IngressRule, IngressTLS } from '../structure/generated/types';

const CLASS = 'kubernetes.io/ingress.class';

/** Source: networking/validation ValidateIngressCreate. It has no defaults that validation looks at. */
export const ingress = defineKind<Ingress>({
  setsGenerationFrom: 28,
  default: (object) => object,
  validate: ({ metadata = {}, spec = {} }, report, old) => {
    validateMetadata(metadata, true, dnsSubdomain, report);
    const { rules = [], defaultBackend, tls = [], ingressClassName } = spec;
    if (rules.length === 0 && defaultBackend === undefined)
      report.invalid('spec', spec, 'must have rules or a defaultBackend');
    if (defaultBackend !== undefined) validateBackend(defaultBackend, 'spec.defaultBackend', report);
    rules.forEach((rule, index) => {
      validateRule(rule, `spec.rules[${index}]`, report);
    });
    tls.forEach((entry, index) => {
      validateTls(entry, `spec.tls[${index}]`, report);
    });
    if (ingressClassName !== undefined)
      report.invalidFor('spec.ingressClassName', ingressClassName, dnsSubdomain(ingressClassName));
    const annotation = metadata.annotations?.[CLASS];
    const isDoubled = annotation !== undefined && ingressClassName !== undefined;
    if (old === undefined && isDoubled && annotation !== ingressClassName)
      report.invalid(`annotations.${CLASS}`, annotation, `must be spec.ingressClassName ("${ingressClassName}")`);
  },
});

function validateTls({ hosts = [], secretName = '' }: IngressTLS, path: string, report: Report): void {
  hosts.forEach((host, index) => {
    const complaint = host.includes('*') ? wildcardDnsSubdomain(host) : dnsSubdomain(host);
    report.invalidFor(`${path}.hosts[${index}]`, host, complaint);
  });
  if (secretName !== '') report.invalidFor(`${path}.secretName`, secretName, dnsSubdomain(secretName));
}

function validateRule({ host = '', http }: IngressRule, path: string, report: Report): void {
  if (host !== '') {
    if (parseIp(host) !== undefined) report.invalid(`${path}.host`, host, 'must be a name, not an IP address');
    report.invalidFor(`${path}.host`, host, host.includes('*') ? wildcardDnsSubdomain(host) : dnsSubdomain(host));
  }
  if (http === undefined) return;
  const paths = http.paths ?? [];
  if (paths.length === 0) report.required(`${path}.http.paths`);
  paths.forEach((entry, index) => {
    validatePath(entry, `${path}.http.paths[${index}]`, report);
  });
}

const FORBIDDEN_SEQUENCES = ['//', '/./', '/../', '%2f', '%2F'];
const FORBIDDEN_ENDS = ['/..', '/.'];

function validatePath({ path: url = '', pathType, backend = {} }: HTTPIngressPath, path: string, report: Report): void {
  if (pathType === undefined) {
    report.required(`${path}.pathType`, 'it must be Exact, Prefix or ImplementationSpecific');
    return;
  }
  const at = `${path}.path`;
  if (pathType === 'Exact' || pathType === 'Prefix') {
    if (!url.startsWith('/')) report.invalid(at, url, 'must begin with "/"');
    for (const sequence of FORBIDDEN_SEQUENCES)
      if (url.includes(sequence)) report.invalid(at, url, `must not contain "${sequence}"`);
    for (const end of FORBIDDEN_ENDS) if (url.endsWith(end)) report.invalid(at, url, `must not end with "${end}"`);
  } else if (pathType === 'ImplementationSpecific') {
    if (url !== '' && !url.startsWith('/')) report.invalid(at, url, 'must begin with "/"');
  } else report.notSupported(`${path}.pathType`, pathType, ['Exact', 'ImplementationSpecific', 'Prefix']);
  validateBackend(backend, `${path}.backend`, report);
}

function validateBackend({ service, resource }: IngressBackend, path: string, report: Report): void {
  if (service !== undefined && resource !== undefined)
    report.invalid(path, '', 'must have one of service and resource, not both');
  else if (resource !== undefined) validateResource(resource, `${path}.resource`, report);
  else if (service === undefined) report.invalid(path, '', 'must have a service or a resource');
  else {
    const { name = '', port = {} } = service;
    const nameCheck = report.has('RelaxedServiceNameValidation') ? dnsLabel : dns1035Label;
    if (name === '') report.required(`${path}.service.name`);
    else report.invalidFor(`${path}.service.name`, name, nameCheck(name));
    const { name: ofPort = '', number = 0 } = port;
    if (ofPort !== '' && number !== 0) report.invalid(path, '', 'must have the name or the number of a port, not both');
    else if (ofPort !== '') report.invalidFor(`${path}.service.port.name`, ofPort, portName(ofPort));
    else if (number === 0) report.required(path, 'it needs the name or the number of a port');
    else if (!isPort(number)) report.invalid(`${path}.service.port.number`, number, 'must be between 1 and 65535');
  }
}

function validateResource(resource: NonNullable<IngressBackend['resource']>, path: string, report: Report): void {
  const { apiGroup, kind = '', name = '' } = resource;
  if (apiGroup !== undefined) report.invalidFor(`${path}.apiGroup`, apiGroup, dnsSubdomain(apiGroup));
  if (kind === '') report.required(`${path}.kind`);
  else report.invalidFor(`${path}.kind`, kind, pathSegment(kind));
  if (name === '') report.required(`${path}.name`);
  else report.invalidFor(`${path}.name`, name, pathSegment(name));
}
