import type { ManifestSet, WorkloadObject } from '../../kubernetes/set/manifest-set';
import { isWithin } from '../../kubernetes/text/field-path';
import type { KubernetesVersion } from '../../kubernetes/versions/kubernetes-version';
import type { Container } from '../../kubernetes/views/container';
import { allContainers } from '../../kubernetes/views/pod-template';
import type { TrafficRoute } from '../../lifecycle/values/traffic-route';
import type { Change } from './change';

/** What a mend may look at. */
export interface MendContext {
  readonly set: ManifestSet;
  readonly version: KubernetesVersion;
  readonly route: TrafficRoute | undefined;
}

/** What a finding says of where it stands. */
export interface Place {
  readonly path: string;
  readonly container: string | null;
}

/** A sentence that says why a finding is left to a person. */
export type Refusal = { readonly because: string };

/** How a finding on a workload is mended for certain, or why it is not. */
export type Mend = (object: WorkloadObject, place: Place, context: MendContext) => Change | Refusal;

/** The container that a finding is about. */
export function containerAt({ workload }: WorkloadObject, { path, container }: Place): Container | undefined {
  const containers = allContainers(workload.template);
  return (
    containers.find((each) => isWithin(path, each.path)) ??
    (container === null ? undefined : containers.find(({ name }) => name === container))
  );
}

/** Sets one field. */
export function set(path: string, value: (Change & { kind: 'set' })['value']): Change {
  return { kind: 'set', path, value };
}

/** A mend of the container that a finding is about. */
export function onContainer(
  mend: (container: Container, object: WorkloadObject, context: MendContext) => Change | Refusal,
): Mend {
  return (object, place, context) => {
    const container = containerAt(object, place);
    return container === undefined ? { because: 'its container is not known' } : mend(container, object, context);
  };
}
