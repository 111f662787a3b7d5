/** What has been computed while the construct tree cannot change; undefined while it can. */
let known: Map<object, unknown> | undefined;

/** Runs something that only reads the tree: whatever {@link once} computes meanwhile is computed once. */
export function whileUnchanged<T>(run: () => T): T {
  if (known !== undefined) return run();
  known = new Map();
  try {
    return run();
  } finally {
    known = undefined;
  }
}

/** Computes a value of a construct, once while the tree cannot change and each time while it can. */
export function once<T>(key: object, compute: () => T): T {
  if (known === undefined) return compute();
  if (!known.has(key)) known.set(key, compute());
  return known.get(key) as T;
}

/** Has a value computed again, since something that it was computed from has changed after all. */
export function forget(key: object): void {
  known?.delete(key);
}
