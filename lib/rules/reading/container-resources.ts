import type { WorkloadObject } from '../../kubernetes/set/manifest-set';
import { rememberPerSet } from '../../kubernetes/set/remember';
import { parseQuantity } from '../../kubernetes/text/quantity';
import { hasFeature } from '../../kubernetes/versions/features';
import type { Container } from '../../kubernetes/views/container';
import { type JsonObject, objectOf, objectsOf } from '../../kubernetes/views/json';
import type { RuleContext } from '../rule';

/** Resources of a container, in billionths, after what the cluster fills in where the set shows it. */
export interface ContainerResources {
  readonly memoryLimit: bigint | undefined;
  readonly memoryRequest: bigint | undefined;
  readonly cpuRequest: bigint | undefined;
}

/**
 * Reads the resources of a container as they will be in the pod: a LimitRange of its namespace fills in what is left
 * out, and a limit is copied to a request that is left out.
 */
export function resourcesOf(object: WorkloadObject, container: Container, { set }: RuleContext): ContainerResources {
  const range = defaultsOf(set).get(object.namespace);
  const read = (resource: 'cpu' | 'memory') => {
    const limit = parseQuantity(container.limits[resource]);
    const request = parseQuantity(container.requests[resource]);
    return {
      limit: limit ?? parseQuantity(range?.limits[resource]),
      request: request ?? limit ?? parseQuantity(range?.requests[resource] ?? range?.limits[resource]),
    };
  };
  const [cpu, memory] = [read('cpu'), read('memory')];
  return { memoryLimit: memory.limit, memoryRequest: memory.request, cpuRequest: cpu.request };
}

/** The resources that a pod states for all its containers together, where the version honours them. */
export function podResourcesOf(
  { workload }: WorkloadObject,
  { version }: RuleContext,
): { readonly limits: JsonObject; readonly requests: JsonObject } {
  const written = hasFeature('PodLevelResources', version) ? objectOf(workload.template.spec.resources) : {};
  return { limits: objectOf(written.limits), requests: objectOf(written.requests) };
}

const defaultsOf = rememberPerSet(
  (set) =>
    new Map(
      set.ofKind('LimitRange', '').flatMap(({ manifest, namespace }) =>
        objectsOf(objectOf(manifest.spec).limits)
          .filter(({ item }) => item.type === 'Container')
          .map(
            ({ item }) =>
              [namespace, { limits: objectOf(item.default), requests: objectOf(item.defaultRequest) }] as const,
          ),
      ),
    ),
);
