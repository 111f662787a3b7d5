import { isObject, type JsonObject, listOf, stringOf } from '../../kubernetes/views/json';
import type { Manifest } from '../../kubernetes/views/manifest';

/**
 * Takes lists apart, however deep: `List`, and `PodList` and the like as the API server answers them, whose items leave
 * out their kind. The objects of a watch (`{type, object}`) are read as the objects they hold.
 */
export function flatten(manifest: unknown): readonly Manifest[] {
  const found: Manifest[] = [];
  const open: unknown[] = [manifest];
  // A stack, not recursion: input of any depth is read.
  while (open.length > 0) {
    const value = open.pop();
    if (Array.isArray(value)) {
      for (let index = value.length - 1; index >= 0; index -= 1) open.push(value[index]);
    } else if (isObject(value)) {
      const items = itemsOf(value);
      if (items !== undefined) for (let index = items.length - 1; index >= 0; index -= 1) open.push(items[index]);
      else if (value.kind === undefined && isObject(value.object) && typeof value.type === 'string')
        open.push(value.object);
      else found.push(value);
    }
  }
  return found;
}

function itemsOf(value: JsonObject): readonly unknown[] | undefined {
  const kind = stringOf(value.kind);
  if (!Array.isArray(value.items) || !(kind === undefined || kind.endsWith('List'))) return undefined;
  const itemKind = kind?.slice(0, -'List'.length) ?? '';
  if (itemKind === '') return listOf(value.items);
  return listOf(value.items).map((item) =>
    isObject(item) ? { apiVersion: value.apiVersion, kind: itemKind, ...item } : item,
  );
}
