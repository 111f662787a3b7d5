import type { SetObject } from '../kubernetes/set/manifest-set';

/** Of the variants of an object (base and overlays, files of environments) a cluster holds one: the first stands for all. */
export function withoutVariants<T extends SetObject>(objects: readonly T[]): readonly T[] {
  const first = new Map<string, T>();
  for (const object of objects) if (!first.has(object.identity)) first.set(object.identity, object);
  return [...first.values()];
}
