import { dnsLabel, qualifiedName } from '../names';
import { isPort, PROTOCOLS, validatePortNumberOrName } from '../pod/ports';
import type { Report } from '../report';
import type { ServicePort, ServiceSpec } from '../structure/generated/types';
import { isHeadless } from './cluster-ips';

const LOWEST_NODE_PORT = 30_000;
const HIGHEST_NODE_PORT = 32_767;

/** Source: core/validation validateService, validateServicePort. */
export function validateServicePorts(spec: ServiceSpec, report: Report): void {
  const { ports = [], type } = spec;
  if (ports.length === 0 && !isHeadless(spec) && type !== 'ExternalName') report.required('spec.ports');
  if (isHeadless(spec) && (type === 'LoadBalancer' || type === 'NodePort'))
    report.invalid('spec.clusterIPs[0]', 'None', `must not be "None" with type ${type}`);
  const names = new Set<string>();
  ports.forEach((port, index) => {
    validateServicePort(port, ports.length > 1, names, `spec.ports[${index}]`, report);
  });
  validateNodePorts(ports, type, report);
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

/** That a node port is outside of the range is said by the allocator, after everything else has been found valid. */
function validateNodePorts(ports: readonly ServicePort[], type: string | undefined, report: Report): void {
  const taken = new Set<string>();
  ports.forEach(({ nodePort = 0, protocol = '' }, index) => {
    if (nodePort === 0) return;
    const at = `spec.ports[${index}].nodePort`;
    if (type === 'ClusterIP') report.forbidden(at, 'must not be set with type ClusterIP');
    const key = `${protocol}/${nodePort}`;
    if (taken.has(key)) report.duplicate(at, nodePort);
    taken.add(key);
  });
  if (type !== 'NodePort' && type !== 'LoadBalancer') return;
  ports.forEach(({ nodePort = 0 }, index) => {
    if (nodePort !== 0 && (nodePort < LOWEST_NODE_PORT || nodePort > HIGHEST_NODE_PORT))
      report.invalid(
        `spec.ports[${index}].nodePort`,
        nodePort,
        `must be between ${LOWEST_NODE_PORT} and ${HIGHEST_NODE_PORT}`,
      );
  });
}
