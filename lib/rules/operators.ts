import { groupOf } from '../kubernetes/manifest';
import type { ManifestSet } from '../kubernetes/manifest-set';
import { rememberPerSet } from '../kubernetes/remember';
import type { Selector } from '../kubernetes/selector';

const BUILT_IN = /^(|apps|autoscaling|batch|extensions|policy|.*\.k8s\.io)$/;

/**
 * Tells whether a selector speaks of pods that an operator makes from a custom resource of the namespace: it names the
 * kind of one (`app.kubernetes.io/name: prometheus`), or has a label of its group (`strimzi.io/cluster`).
 */
export function isOperatorsBusiness(set: ManifestSet, selector: Selector, namespace: string): boolean {
  const resources = customResources(set).get(namespace);
  if (resources === undefined) return false;
  return selector.some(({ key, values }) => {
    if (values.some((value) => resources.kinds.has(value.toLowerCase()))) return true;
    const prefix = key.slice(0, Math.max(0, key.indexOf('/')));
    return prefix !== '' && [...resources.groups].some((group) => group === prefix || group.endsWith(`.${prefix}`));
  });
}

const customResources = rememberPerSet((set) => {
  const found = new Map<string, { readonly kinds: Set<string>; readonly groups: Set<string> }>();
  for (const { ref, namespace } of set.objects) {
    const group = groupOf(ref.apiVersion);
    if (BUILT_IN.test(group)) continue;
    let entry = found.get(namespace);
    if (entry === undefined) {
      entry = { kinds: new Set(), groups: new Set() };
      found.set(namespace, entry);
    }
    entry.kinds.add((ref.kind ?? '').toLowerCase());
    entry.groups.add(group);
  }
  return found;
});
