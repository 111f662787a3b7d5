import { ONE, parseQuantity } from '../../kubernetes/text/quantity';
import type { Evidence } from '../evidence/evidence';
import type { ContainerView, PodView } from '../evidence/pod-view';

/** A resource that a container uses up, or nearly. */
export interface Contention {
  readonly resource: 'cpu' | 'memory';
  /** One line of proof: `web uses 497m of its CPU limit 500m`. */
  readonly line: string;
}

const PERCENT_OF_LIMIT = 90n;

function shown(resource: 'cpu' | 'memory', nano: bigint): string {
  if (resource === 'cpu') return `${(nano * 1000n) / ONE}m`;
  return `${nano / ONE / (1024n * 1024n)}Mi`;
}

/** Tells whether PodMetrics show a container at 90% of a limit or above; undefined where they do not, or are missing. */
export function contentionOf(container: ContainerView, pod: PodView, evidence: Evidence): Contention | undefined {
  const usage = evidence.usageOf(pod.ref, container.name);
  for (const resource of ['cpu', 'memory'] as const) {
    const used = parseQuantity(usage?.[resource]);
    const limit = parseQuantity(container.spec.limits[resource]);
    if (used === undefined || limit === undefined || limit === 0n || used * 100n < limit * PERCENT_OF_LIMIT) continue;
    const name = resource === 'cpu' ? 'CPU' : 'memory';
    return {
      resource,
      line: `${container.name} uses ${shown(resource, used)} of its ${name} limit ${shown(resource, limit)}`,
    };
  }
  return undefined;
}
