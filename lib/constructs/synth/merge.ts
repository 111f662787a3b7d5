import type { JsonRecord } from './edits';

/** Merges objects into JSON, key by key: what was there and is not spoken of stays. Anything else takes the place of what was. */
export function mergeInto(target: JsonRecord, overlay: JsonRecord): void {
  for (const [key, value] of Object.entries(overlay)) {
    if (value === undefined) continue;
    const present = target[key];
    if (isRecord(value) && isRecord(present)) mergeInto(present, value);
    else target[key] = structuredClone(value);
  }
}

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
