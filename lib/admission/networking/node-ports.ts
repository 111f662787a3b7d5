import type { Report } from '../report';
import type { ServicePort, ServiceSpec } from '../structure/generated/types';
import { needsHealthCheck } from './exposure';

/** Tells whether a number is in the range of node ports that a cluster has by default (--service-node-port-range). */
export function isNodePort(port: number): boolean {
  return port >= LOWEST && port <= HIGHEST;
}

const LOWEST = 30_000;
const HIGHEST = 32_767;

/** Tells whether each port of a Service gets a node port, whether it asks for one or not. */
export function areAllocated({ type, allocateLoadBalancerNodePorts }: ServiceSpec): boolean {
  return type === 'NodePort' || (type === 'LoadBalancer' && allocateLoadBalancerNodePorts !== false);
}

/**
 * Allocates the node ports that a Service asks for; at the first one that cannot be had the API server gives up. Those of
 * the Service that is replaced are its own already. Source: registry/core/service/storage/alloc.go initNodePorts,
 * updateNodePorts.
 */
export function allocateNodePorts(spec: ServiceSpec, report: Report, old?: ServiceSpec): void {
  const { ports = [], type, healthCheckNodePort = 0 } = spec;
  if (type !== 'NodePort' && type !== 'LoadBalancer') return;
  const own = new Set((old?.ports ?? []).map(({ nodePort = 0 }) => nodePort));
  const asked = old === undefined ? askedPerPort(ports, areAllocated(spec)) : ports.map(({ nodePort = 0 }) => nodePort);
  const taken = new Set<number>();
  for (const [index, nodePort] of asked.entries()) {
    if (nodePort === 0 || own.has(nodePort)) continue;
    const isFree = old !== undefined || !taken.has(nodePort);
    taken.add(nodePort);
    if (isNodePort(nodePort) && isFree) continue;
    const why = isFree ? `must be between ${LOWEST} and ${HIGHEST}` : 'is the node port of another port already';
    report.invalid(`spec.ports[${index}].nodePort`, nodePort, why);
    return;
  }
  const isTaken = ports.some(({ nodePort }) => nodePort === healthCheckNodePort);
  if (needsHealthCheck(spec) && healthCheckNodePort > 0 && isTaken)
    report.invalid('spec.healthCheckNodePort', healthCheckNodePort, 'must not be the nodePort of a port too');
}

/** What is allocated at each port: ports of one number, such as DNS over TCP and UDP, share what any of them asks for. */
function askedPerPort(ports: readonly ServicePort[], isAllocated: boolean): readonly number[] {
  const shared = new Map<number, number>();
  return ports.map(({ port = 0, nodePort = 0 }) => {
    if (nodePort === 0 && !isAllocated) return 0;
    const before = shared.get(port);
    if (before !== undefined) return nodePort === before ? 0 : nodePort;
    const asked = ports.find((other) => (other.port ?? 0) === port && (other.nodePort ?? 0) !== 0)?.nodePort ?? 0;
    shared.set(port, asked);
    return asked;
  });
}
