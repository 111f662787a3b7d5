import { ONE, parseQuantity } from '../../kubernetes/text/quantity';
import { qualifiedName } from '../names';
import { isWhole } from '../quantities';
import type { Report } from '../report';

// Source: pkg/apis/core/helper/helpers.go and core/validation ValidateContainerResourceName.

const STANDARD_OF_CONTAINERS = new Set(['cpu', 'memory', 'ephemeral-storage']);

/** Counted in whole numbers; no container can ask for them, but they are resources. */
const COUNTED = new Set(
  'pods resourcequotas services replicationcontrollers secrets configmaps persistentvolumeclaims services.nodeports services.loadbalancers'.split(
    ' ',
  ),
);

export function isHugePages(name: string): boolean {
  return name.startsWith('hugepages-');
}

function isNative(name: string): boolean {
  return !name.includes('/') || name.includes('kubernetes.io/');
}

/** Tells whether a request may be below its limit. */
export function isOvercommitAllowed(name: string): boolean {
  return isNative(name) && !isHugePages(name);
}

function isExtended(name: string): boolean {
  return !isNative(name) && !name.startsWith('requests.') && qualifiedName(`requests.${name}`) === undefined;
}

/** Tells whether only whole numbers of a resource can be asked for. */
export function isCountedInWholes(name: string): boolean {
  return COUNTED.has(name) || isExtended(name);
}

/** Tells whether an amount is a multiple of the page size that a hugepages resource names. */
export function isWholePages(name: string, amount: bigint): boolean {
  // What does not fit into 64 bits counts as 0 there.
  if (amount / ONE >= 2n ** 63n) return true;
  const pageSize = parseQuantity(name.slice('hugepages-'.length));
  return pageSize !== undefined && pageSize > 0n && isWhole(pageSize) && amount % pageSize === 0n;
}

/** Source: core/validation ValidateContainerResourceName. */
export function validateResourceName(name: string, path: string, report: Report): void {
  report.invalidFor(path, name, qualifiedName(name));
  if (!name.includes('/')) {
    if (!STANDARD_OF_CONTAINERS.has(name) && !isHugePages(name))
      report.invalid(path, name, 'must be cpu, memory, ephemeral-storage, hugepages-<size> or have a domain');
  } else if (!isNative(name) && !isExtended(name)) {
    report.invalid(path, name, 'must be a domain and a name, and not begin with "requests."');
  }
}

const OF_PODS = new Set(['cpu', 'memory']);

/** Source: core/validation validatePodResourceName. */
export function validatePodResourceName(name: string, path: string, report: Report): void {
  const complaint = qualifiedName(name);
  if (complaint !== undefined) report.invalid(path, name, complaint);
  else if (!isOfPods(name)) report.notSupported(path, name, ['cpu', 'memory', 'hugepages-<size>']);
}

/** Tells whether a resource can be asked for by the pod as a whole. */
export function isOfPods(name: string): boolean {
  return OF_PODS.has(name) || isHugePages(name);
}
