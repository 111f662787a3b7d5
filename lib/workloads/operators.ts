import type { ManifestSet } from '../kubernetes/set/manifest-set';
import { rememberPerSet } from '../kubernetes/set/remember';
import type { Selector } from '../kubernetes/set/selector';
import { isObject, type Json, objectsOf } from '../kubernetes/views/json';
import { groupOf } from '../kubernetes/views/manifest';

const BUILT_IN = /^(|apps|autoscaling|batch|extensions|policy|.*\.k8s\.io)$/;

/** How deep a pod template may stand in a custom resource. */
const DEEPEST = 12;

/**
 * Tells whether a selector may speak of pods that an operator makes from a custom resource of the namespace: one holds
 * a pod template, the selector names its kind (`app.kubernetes.io/name: prometheus`) or has a label of its group
 * (`strimzi.io/cluster`).
 */
export function isOperatorsBusiness(set: ManifestSet, selector: Selector, namespace: string): boolean {
  const resources = customResources(set).get(namespace);
  if (resources === undefined) return false;
  if (resources.holdPods) return true;
  return selector.some(({ key, values }) => {
    if (values.some((value) => resources.kinds.has(value.toLowerCase()))) return true;
    const prefix = key.slice(0, Math.max(0, key.indexOf('/')));
    return prefix !== '' && [...resources.groups].some((group) => group === prefix || group.endsWith(`.${prefix}`));
  });
}

const customResources = rememberPerSet((set) => {
  const found = new Map<string, { readonly kinds: Set<string>; readonly groups: Set<string>; holdPods: boolean }>();
  for (const { ref, namespace, manifest, workload } of set.objects) {
    const group = groupOf(ref.apiVersion);
    if (BUILT_IN.test(group) || workload !== undefined) continue;
    let entry = found.get(namespace);
    if (entry === undefined) {
      entry = { kinds: new Set(), groups: new Set(), holdPods: false };
      found.set(namespace, entry);
    }
    entry.kinds.add((ref.kind ?? '').toLowerCase());
    entry.groups.add(group);
    entry.holdPods ||= holdsPods(manifest.spec, DEEPEST);
  }
  return found;
});

function holdsPods(value: Json | undefined, depth: number): boolean {
  if (depth === 0 || typeof value !== 'object' || value === null) return false;
  if (isObject(value) && objectsOf(value.containers).some(({ item }) => typeof item.image === 'string')) return true;
  return Object.values(value).some((child) => holdsPods(child as Json, depth - 1));
}
