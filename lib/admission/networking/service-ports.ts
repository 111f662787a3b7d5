import { dnsLabel, qualifiedName } from '../names';
import { isPort, PROTOCOLS, validatePortNumberOrName } from '../pod/ports';
import type { Report } from '../report';
import type { ServicePort, ServiceSpec } from '../structure/generated/types';
import { isHeadless } from './cluster-ips';
import { areAllocated } from './node-ports';

/** Source: core/validation validateService, validateServicePort. */
export function validateServicePorts(spec: ServiceSpec, report: Report, isUpdate: boolean): void {
  const { ports = [], type } = spec;
  if (ports.length === 0 && !isHeadless(spec) && type !== 'ExternalName') report.required('spec.ports');
  if (isHeadless(spec) && (type === 'LoadBalancer' || type === 'NodePort'))
    report.invalid('spec.clusterIPs[0]', 'None', `must not be "None" with type ${type}`);
  const names = new Set<string>();
  ports.forEach((port, index) => {
    validateServicePort(port, ports.length > 1, names, `spec.ports[${index}]`, report);
  });
  validateNodePorts(spec, report, isUpdate);
  const taken = new Set<string>();
  ports.forEach(({ protocol = '', port = 0 }, index) => {
    const key = `${protocol}/${port}`;
    if (taken.has(key)) report.duplicate(`spec.ports[${index}]`, key);
    taken.add(key);
  });
}

function validateServicePort(
  port: ServicePort,
  needsName: boolean,
  names: Set<string>,
  path: string,
  report: Report,
): void {
  const { name = '', port: number = 0, protocol, targetPort, appProtocol } = port;
  if (name !== '') {
    report.invalidFor(`${path}.name`, name, dnsLabel(name));
    if (names.has(name)) report.duplicate(`${path}.name`, name);
    names.add(name);
  } else if (needsName) report.required(`${path}.name`, 'each port of several needs a name');
  if (!isPort(number)) report.invalid(`${path}.port`, number, 'must be between 1 and 65535');
  report.oneOf(`${path}.protocol`, protocol, PROTOCOLS);
  validatePortNumberOrName(targetPort, `${path}.targetPort`, report);
  if (appProtocol !== undefined) report.invalidFor(`${path}.appProtocol`, appProtocol, qualifiedName(appProtocol));
}

/** New ports of one number share a node port, so that two of one number and protocol are double in this too. */
function validateNodePorts(spec: ServiceSpec, report: Report, isUpdate: boolean): void {
  const { ports = [], type } = spec;
  const isAllocated = areAllocated(spec) && !isUpdate;
  const byNumber = new Map<number, number>();
  const taken = new Set<string>();
  ports.forEach(({ nodePort = 0, port = 0, protocol = '' }, index) => {
    const at = `spec.ports[${index}].nodePort`;
    if (nodePort !== 0 && type === 'ClusterIP') report.forbidden(at, 'must not be set with type ClusterIP');
    // What will be allocated is not known; minus the number stands for it.
    const known = nodePort !== 0 ? nodePort : isAllocated ? (byNumber.get(port) ?? -port) : 0;
    if (known === 0) return;
    if (!byNumber.has(port)) byNumber.set(port, known);
    const key = `${protocol}/${known}`;
    if (taken.has(key)) report.duplicate(at, nodePort === 0 ? `the one of port ${port}` : nodePort);
    taken.add(key);
  });
}
