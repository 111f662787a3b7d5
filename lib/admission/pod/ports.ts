import { portName } from '../names';
import type { Report } from '../report';
import type { Container, ContainerPort } from '../structure/generated/types';

export const PROTOCOLS = ['SCTP', 'TCP', 'UDP'];

/** Tells whether a number can be a port's. */
export function isPort(port: number): boolean {
  return port >= 1 && port <= 65535;
}

const NO_PORT = 'must be between 1 and 65535';

/** Source: core/validation validateContainerPorts. */
export function validatePorts(ports: readonly ContainerPort[], path: string, report: Report): void {
  const names = new Set<string>();
  ports.forEach(({ name = '', containerPort = 0, hostPort = 0, protocol = '' }, index) => {
    const at = `${path}[${index}]`;
    if (name !== '') {
      const complaint = portName(name);
      if (complaint !== undefined) report.invalid(`${at}.name`, name, complaint);
      else if (names.has(name)) report.duplicate(`${at}.name`, name);
      names.add(name);
    }
    if (containerPort === 0) report.required(`${at}.containerPort`);
    else if (!isPort(containerPort)) report.invalid(`${at}.containerPort`, containerPort, NO_PORT);
    if (hostPort !== 0 && !isPort(hostPort)) report.invalid(`${at}.hostPort`, hostPort, NO_PORT);
    report.oneOf(`${at}.protocol`, protocol, PROTOCOLS);
  });
}

/** Source: core/validation ValidatePortNumOrName. */
export function validatePortNumberOrName(port: number | string | undefined, path: string, report: Report): void {
  if (typeof port === 'string') report.invalidFor(path, port, portName(port));
  else if (!isPort(port ?? 0)) report.invalid(path, port ?? 0, NO_PORT);
}

/** Source: core/validation checkHostPortConflicts; its paths count from 0 for each list that it is given. */
export function validateHostPorts(containers: readonly Container[], path: string, report: Report): void {
  const taken = new Set<string>();
  containers.forEach(({ ports = [] }, index) => {
    ports.forEach(({ protocol = '', hostIP = '', hostPort = 0 }, position) => {
      if (hostPort === 0) return;
      const key = `${protocol}/${hostIP}/${hostPort}`;
      if (taken.has(key)) report.duplicate(`${path}[${index}].ports[${position}].hostPort`, key);
      taken.add(key);
    });
  });
}
