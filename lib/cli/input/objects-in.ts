import { isObject, type JsonObject, listOf, stringOf } from '../../kubernetes/views/json';
import type { Manifest } from '../../kubernetes/views/manifest';

/** Takes lists apart, however deep: `kind: List`, and the typed lists of the API, whose items may leave out their kind. */
export function objectsIn(value: unknown, prefix: string): ReadonlyArray<{ manifest: Manifest; prefix: string }> {
  if (!isObject(value)) return [];
  const kind = stringOf(value.kind) ?? '';
  if (!kind.endsWith('List') || !Array.isArray(value.items)) return [{ manifest: value, prefix }];
  return listOf(value.items).flatMap((item, index) =>
    objectsIn(
      withKind(item, value, kind.slice(0, -'List'.length)),
      `${prefix === '' ? '' : `${prefix}.`}items[${index}]`,
    ),
  );
}

function withKind(item: unknown, list: JsonObject, kind: string): unknown {
  if (!isObject(item) || kind === '' || item.kind !== undefined) return item;
  return { apiVersion: list.apiVersion, kind, ...item };
}
