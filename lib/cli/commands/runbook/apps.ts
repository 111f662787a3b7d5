import type { ManifestSet, SetObject, WorkloadObject } from '../../../kubernetes/set/manifest-set';
import { groupedBy } from '../../../kubernetes/views/groups';
import { labelsOf } from '../../../kubernetes/views/manifest';
import { frontsOf } from '../../../workloads/fronts';
import { referencesOf } from '../../../workloads/references';
import { withoutVariants } from '../../../workloads/variants';

/** What runs and stands together under one name in one namespace. */
export interface App {
  readonly set: ManifestSet;
  readonly namespace: string | null;
  readonly name: string;
  readonly workloads: readonly WorkloadObject[];
  /** Services, what stands before them, budgets, autoscalers, and what its pods refer to. */
  readonly others: readonly SetObject[];
}

/** The apps of a set, in the order in which their first workload stands there. */
export function appsOf(set: ManifestSet): readonly App[] {
  // A variant of an object (another file's base or overlay) is the same app.
  const groups = groupedBy(withoutVariants(set.workloads), (object) => `${object.namespace}/${nameOf(object)}`);
  return [...groups.values()].map((workloads) => appOf(set, workloads));
}

function nameOf({ manifest, ref, workload }: WorkloadObject): string {
  const labels = { ...workload.template.labels, ...labelsOf(manifest) };
  return labels['app.kubernetes.io/name'] ?? labels.app ?? ref.name ?? 'unnamed';
}

function appOf(set: ManifestSet, workloads: readonly WorkloadObject[]): App {
  const [first] = workloads as readonly [WorkloadObject, ...WorkloadObject[]];
  const others = workloads.flatMap((object) => {
    const services = set.servicesOf(object);
    const fronts = services.flatMap((service) => frontsOf(set, service).map((front) => front.object));
    const references = [...referencesOf(object.workload.template)].flatMap(({ kind, name }) =>
      set.named(kind, object.namespace, name, ''),
    );
    return [...services, ...fronts, ...set.autoscalersOf(object), ...set.budgetsOf(object), ...references];
  });
  return {
    set,
    namespace: first.namespace === '' ? null : first.namespace,
    name: nameOf(first),
    workloads,
    others: withoutVariants(others),
  };
}
