import { ManifestSet, type WorkloadObject } from '../../lib/kubernetes/set/manifest-set';
import type { Container } from '../../lib/kubernetes/views/container';
import type { JsonObject } from '../../lib/kubernetes/views/json';
import type { Manifest } from '../../lib/kubernetes/views/manifest';
import { workload } from '../rules/support';

/** The first workload of a set, and the set. */
export function first(...objects: readonly Manifest[]): { readonly set: ManifestSet; readonly object: WorkloadObject } {
  const set = ManifestSet.of(objects);
  const [object] = set.workloads;
  if (object === undefined) throw new Error('the set holds no workload');
  return { set, object };
}

/** The container of a Deployment, changed in the parts that are given. */
export function containerWith(parts: JsonObject): Container {
  const [container] = first(workload({ container: parts })).object.workload.template.containers;
  if (container === undefined) throw new Error('the workload has no container');
  return container;
}
