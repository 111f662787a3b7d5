import { ONE } from '../../kubernetes/text/quantity';
import { API_DEFAULTS } from '../../kubernetes/versions/api-defaults';
import type { Quantities, Quantity } from '../quantities';
import type { Report } from '../report';
import type { Container, Pod, PodSpec } from '../structure/generated/types';
import { aggregate } from './pod-resources';
import { isOfPods, isOvercommitAllowed } from './resource-names';

/** What only a Pod gets, and a template does not. Source: core/v1/defaults.go SetDefaults_Pod. */
export function defaultPod(pod: Pod, report: Report): Pod {
  const spec = pod.spec ?? {};
  const grace = spec.terminationGracePeriodSeconds ?? API_DEFAULTS.pod.terminationGracePeriodSeconds;
  const ofContainer = (container: Container) => withHostPorts(withRequests(container), spec.hostNetwork === true);
  const filled: PodSpec = {
    ...spec,
    enableServiceLinks: spec.enableServiceLinks ?? true,
    // A negative one counts as 1 s.
    terminationGracePeriodSeconds: grace < 0 ? 1 : grace,
    containers: spec.containers?.map(ofContainer),
    initContainers: spec.initContainers?.map(ofContainer),
  };
  return { ...pod, spec: report.has('PodLevelResources') ? withPodRequests(filled) : filled };
}

/** A limit without a request is the request too. */
function withRequests(container: Container): Container {
  const limits = container.resources?.limits;
  if (limits === undefined) return container;
  return {
    ...container,
    resources: { ...container.resources, requests: { ...limits, ...container.resources?.requests } },
  };
}

function withHostPorts(container: Container, hasHostNetwork: boolean): Container {
  if (!hasHostNetwork) return container;
  return {
    ...container,
    ports: container.ports?.map((port) => ({ ...port, hostPort: port.hostPort || port.containerPort })),
  };
}

/** Source: core/v1/defaults.go defaultHugePagePodLimits, defaultPodRequests. */
function withPodRequests(spec: PodSpec): PodSpec {
  const { resources } = spec;
  if (resources === undefined) return spec;
  const hasAny = Object.keys({ ...resources.limits, ...resources.requests }).some(isOfPods);
  if (!hasAny) return spec;
  const limits: Record<string, Quantity> = { ...resources.limits };
  for (const [name, amount] of aggregate(spec, 'limits')) {
    if (limits[name] === undefined && name.startsWith('hugepages-')) limits[name] = writtenOf(amount);
  }
  if (Object.keys(limits).length === 0) return spec;
  const requests: Record<string, Quantity> = { ...resources.requests };
  for (const [name, amount] of aggregate(spec, 'requests')) {
    if (requests[name] === undefined && isOfPods(name) && isOvercommitAllowed(name)) requests[name] = writtenOf(amount);
  }
  for (const [name, limit] of Object.entries(limits)) {
    if (requests[name] === undefined && isOfPods(name)) requests[name] = limit;
  }
  return { ...spec, resources: { ...resources, limits: limits as Quantities, requests: requests as Quantities } };
}

/** An amount in billionths as a quantity. */
function writtenOf(amount: bigint): string {
  return amount % ONE === 0n ? String(amount / ONE) : `${amount}n`;
}
