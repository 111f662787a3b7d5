import fc from 'fast-check';
import { type FieldType, type Schema, schemaOf } from '../../../lib/admission/structure/schema';
import type { KubernetesVersion } from '../../../lib/kubernetes/versions/kubernetes-version';
import { type Json, type JsonObject, valueAt } from '../../../lib/kubernetes/views/json';
import { BASES } from './bases';
import type { Case } from './cases';
import { positionsIn } from './edits';

const MOST_GRAFTS = 2;

/** Puts parts of the bases of all kinds into places of the same type in a base: each of them is valid where it comes from. */
export function graftCases(base: JsonObject, type: string, version: KubernetesVersion): fc.Arbitrary<Case> | undefined {
  const parts = partsOf(version);
  const edits = positionsIn(base, type, schemaOf(version)).flatMap(({ keys, type: field }) => {
    const values = parts.get(keyOf(field)) ?? [];
    return values.length === 0 ? [] : [fc.constantFrom(...values).map((value) => ({ keys, value }))];
  });
  if (edits.length === 0) return undefined;
  return fc.array(fc.oneof(...edits), { minLength: 1, maxLength: MOST_GRAFTS }).map((each) => ({ base, edits: each }));
}

/** Everything in the bases that is more than a plain value, by its type. */
function partsOf(version: KubernetesVersion): ReadonlyMap<string, readonly Json[]> {
  const schema = schemaOf(version);
  const parts = new Map<string, Json[]>();
  for (const base of Object.values(BASES).flat()) collect(base, schema, parts);
  return parts;
}

function collect(base: JsonObject, schema: Schema, parts: Map<string, Json[]>): void {
  const type = schema.typeOf(String(base.apiVersion), String(base.kind)) ?? '';
  for (const { keys, type: field } of positionsIn(base, type, schema)) {
    const value = valueAt(base, ...keys);
    const key = keyOf(field);
    if (key !== '' && value !== undefined) parts.set(key, [...(parts.get(key) ?? []), value]);
  }
}

/** Objects, and lists and maps of anything; empty for a plain value. */
function keyOf({ code, item }: FieldType): string {
  if (item !== undefined) return `${code}${keyOf(item) || item.code}`;
  return code.length > 1 && code !== 'ObjectMeta' ? code : '';
}
