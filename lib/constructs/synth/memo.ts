/** Remembers what is computed of a construct tree, for as long as the tree cannot change. */
export class Memo {
  /** Undefined while the tree can change. */
  private known: Map<object, unknown> | undefined;

  /** Runs something that only reads the tree: whatever {@link once} computes meanwhile is computed once. */
  public whileUnchanged<T>(run: () => T): T {
    if (this.known !== undefined) return run();
    this.known = new Map();
    try {
      return run();
    } finally {
      this.known = undefined;
    }
  }

  /** Computes a value, once for its key while the tree cannot change and each time while it can. */
  public once<T>(key: object, compute: () => T): T {
    if (this.known === undefined) return compute();
    if (!this.known.has(key)) this.known.set(key, compute());
    return this.known.get(key) as T;
  }

  /** Has a value computed again, since something that it was computed from has changed after all. */
  public forget(key: object): void {
    this.known?.delete(key);
  }
}
