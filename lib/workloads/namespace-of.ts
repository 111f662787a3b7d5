import type { ManifestSet, SetObject } from '../kubernetes/set/manifest-set';
import { rememberPerSet } from '../kubernetes/set/remember';

const byName = rememberPerSet(
  (set: ManifestSet) => new Map(set.ofKind('Namespace', '').map((namespace) => [namespace.ref.name, namespace])),
);

/** The Namespace object that an object lives in, where the set holds it. */
export function namespaceOf(set: ManifestSet, object: SetObject): SetObject | undefined {
  return byName(set).get(object.namespace);
}
