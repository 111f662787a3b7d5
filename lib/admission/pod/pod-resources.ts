import { type Quantities, resourceAmountOf } from '../quantities';
import type { Report } from '../report';
import type { Container, PodSpec } from '../structure/generated/types';
import { isHugePages, validatePodResourceName } from './resource-names';
import { validateResources } from './resources';

/** Source: core/validation validatePodResources. */
export function validatePodResources(spec: PodSpec, path: string, report: Report): void {
  const { resources, os } = spec;
  if (resources === undefined) return;
  if (os?.name === 'windows') {
    report.forbidden(path, 'must not be set for a Windows pod');
    return;
  }
  if (resources.claims !== undefined) report.forbidden(`${path}.claims`, 'must not be set for the pod as a whole');
  const claimNames = new Set((spec.resourceClaims ?? []).flatMap(({ name }) => name || []));
  validateResources(resources, claimNames, path, report, validatePodResourceName);

  const { requests = {}, limits = {} } = resources;
  validateCovers(requests, aggregate(spec, 'requests'), () => true, `${path}.requests`, report);
  validateCovers(limits, aggregate(spec, 'limits'), isHugePages, `${path}.limits`, report);
  (spec.containers ?? []).forEach((container, index) => {
    for (const [name, limit] of Object.entries(container.resources?.limits ?? {})) {
      const ofPod = limits[name];
      if (ofPod !== undefined && resourceAmountOf(limit) > resourceAmountOf(ofPod))
        report.invalid(
          `${path}.containers[${index}][${name}].limits`,
          limit,
          `must be at most the pod's limit of ${ofPod}`,
        );
    }
  });
}

function validateCovers(
  ofPod: Quantities,
  needed: ReadonlyMap<string, bigint>,
  isLookedAt: (name: string) => boolean,
  path: string,
  report: Report,
): void {
  for (const [name, amount] of needed) {
    const quantity = ofPod[name];
    if (quantity !== undefined && isLookedAt(name) && amount > resourceAmountOf(quantity))
      report.invalid(`${path}[${name}]`, quantity, 'must be at least what the containers have together');
  }
}

type Amounts = ReadonlyMap<string, bigint>;

/**
 * What the containers take together: the regular ones and the sidecars at once, or an init container beside the sidecars
 * that started before it. Source: component-helpers/resource AggregateContainerRequests, AggregateContainerLimits.
 */
export function aggregate({ containers = [], initContainers = [] }: PodSpec, field: 'requests' | 'limits'): Amounts {
  const amountsOf = (container: Container): Amounts =>
    new Map(
      Object.entries(container.resources?.[field] ?? {}).map(([name, quantity]) => [name, resourceAmountOf(quantity)]),
    );
  let running: Amounts = containers.map(amountsOf).reduce(sum, new Map());
  let sidecars: Amounts = new Map();
  let starting: Amounts = new Map();
  for (const container of initContainers) {
    const own = amountsOf(container);
    if (container.restartPolicy === 'Always') {
      running = sum(running, own);
      sidecars = sum(sidecars, own);
      starting = most(starting, sidecars);
    } else starting = most(starting, sum(own, sidecars));
  }
  return most(running, starting);
}

function sum(a: Amounts, b: Amounts): Amounts {
  return merge(a, b, (x, y) => x + y);
}

function most(a: Amounts, b: Amounts): Amounts {
  return merge(a, b, larger);
}

function merge(a: Amounts, b: Amounts, combine: (x: bigint, y: bigint) => bigint): Amounts {
  const merged = new Map(a);
  for (const [name, amount] of b) merged.set(name, combine(merged.get(name) ?? 0n, amount));
  return merged;
}

/** Math.max knows no bigint. */
function larger(x: bigint, y: bigint): bigint {
  if (x > y) return x;
  return y;
}
