import type { JsonRecord } from './edits';

/** The key by which the items of a list are one and the same, as Kubernetes' own merge keys have it. */
const LIST_KEYS: Readonly<Record<string, string>> = {
  containers: 'name',
  initContainers: 'name',
  volumes: 'name',
  env: 'name',
  imagePullSecrets: 'name',
  volumeMounts: 'mountPath',
  volumeClaimTemplates: 'metadata.name',
  readinessGates: 'conditionType',
};

/**
 * Merges a value into JSON: objects key by key, named lists by name, other lists by adding what is missing. What was
 * there and is not spoken of stays, so that what a user adds later is kept.
 */
export function mergeInto(target: JsonRecord, overlay: JsonRecord): void {
  for (const [key, value] of Object.entries(overlay)) {
    if (value === undefined) continue;
    const present = target[key];
    if (isRecord(value) && isRecord(present)) mergeInto(present, value);
    else if (Array.isArray(value) && Array.isArray(present)) mergeList(present, value, LIST_KEYS[key]);
    else target[key] = structuredClone(value);
  }
}

function mergeList(target: unknown[], overlay: readonly unknown[], key: string | undefined): void {
  for (const item of overlay) {
    const same = target.find((each) =>
      key === undefined ? JSON.stringify(each) === JSON.stringify(item) : nameOf(each, key) === nameOf(item, key),
    );
    if (same === undefined) target.push(structuredClone(item));
    else if (isRecord(same) && isRecord(item)) mergeInto(same, item);
  }
}

function nameOf(item: unknown, key: string): unknown {
  return key.split('.').reduce<unknown>((here, part) => (isRecord(here) ? here[part] : undefined), item);
}

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
