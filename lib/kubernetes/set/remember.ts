import type { ManifestSet, SetObject } from './manifest-set';

/** Remembers what was worked out about an object of a set, for as long as the object lives. */
export function rememberPerObject<T>(
  workOut: (set: ManifestSet, object: SetObject) => T,
): (set: ManifestSet, object: SetObject) => T {
  const known = new WeakMap<SetObject, { readonly value: T }>();
  return (set, object) => {
    const found = known.get(object);
    if (found !== undefined) return found.value;
    const value = workOut(set, object);
    known.set(object, { value });
    return value;
  };
}

/** Remembers what was worked out about a set, such as an index of it, for as long as the set lives. */
export function rememberPerSet<T>(workOut: (set: ManifestSet) => T): (set: ManifestSet) => T {
  const known = new WeakMap<ManifestSet, { readonly value: T }>();
  return (set) => {
    const found = known.get(set);
    if (found !== undefined) return found.value;
    const value = workOut(set);
    known.set(set, { value });
    return value;
  };
}
