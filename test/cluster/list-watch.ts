import { setTimeout as wait } from 'node:timers/promises';
import type { Answer, ApiClient, WatchEvent } from './api-client';

/** What every object of a list has. */
export interface Listed {
  readonly metadata: { readonly name: string; readonly uid: string; readonly resourceVersion: string };
}

/** What became of one object since it was told of last. */
export interface Change<T> {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly object: T;
}

/** Between the end of a watch and the next list. */
const PAUSE_MS = 200;
/** So many lists in a row may fail. */
const MOST_FAILURES = 30;

/**
 * Tells of every object of a collection: a list first, then a watch from the version of that list, and both anew whenever
 * the watch ends, however it ends. What changed in between is told from the difference; an object that was deleted and
 * made again under its name is two objects.
 *
 * The informer of the Kubernetes client swallows what its handlers throw, stops at every error but 410, and takes an
 * object that was made again for a change of the old one; and jest cannot load it, as an ES module.
 */
export class ListWatch<T extends Listed> {
  private readonly known = new Map<string, T>();

  public constructor(
    private readonly api: Pick<ApiClient, 'get' | 'watch'>,
    private readonly path: string,
    private readonly tell: (change: Change<T>) => void,
    private readonly pauseMs = PAUSE_MS,
  ) {}

  /** Tells until it is aborted. @throws what the handler throws; where the collection can no longer be listed */
  public async run(signal: AbortSignal): Promise<void> {
    for (let failures = 0; !signal.aborted; await wait(this.pauseMs)) {
      const answer = await this.api.get(this.path).catch((error): Answer => ({ status: 0, body: String(error) }));
      if (answer.status === 200) {
        failures = 0;
        await this.follow(this.take(answer), signal);
      } else if (++failures > MOST_FAILURES)
        throw new Error(`${this.path} cannot be listed: ${answer.status} ${JSON.stringify(answer.body)}`);
    }
  }

  /** Tells the difference to what was known, and returns the version of the list. */
  private take({ body }: Answer): string {
    const { items, metadata } = body as { items: readonly T[]; metadata: { resourceVersion: string } };
    const listed = new Set(items.map((item) => item.metadata.uid));
    for (const [uid, object] of [...this.known]) if (!listed.has(uid)) this.note({ type: 'DELETED', object });
    for (const object of items) this.note({ type: 'ADDED', object });
    return metadata.resourceVersion;
  }

  private async follow(version: string, signal: AbortSignal): Promise<void> {
    const events = this.api.watch(this.path, version, signal);
    try {
      for (;;) {
        // However a watch ends, a list tells what it did not: only what the handler throws is an error.
        const next = await events.next().catch(() => ({ done: true as const, value: undefined }));
        if (next.done || next.value.type === 'ERROR' || signal.aborted) return;
        const { type, object } = next.value as WatchEvent & { readonly object: T };
        if (type === 'ADDED' || type === 'MODIFIED' || type === 'DELETED') this.note({ type, object });
      }
    } finally {
      await events.return();
    }
  }

  private note({ type, object }: Change<T>): void {
    const { uid, resourceVersion } = object.metadata;
    const before = this.known.get(uid);
    if (type === 'DELETED') {
      if (this.known.delete(uid)) this.tell({ type, object });
    } else if (before?.metadata.resourceVersion !== resourceVersion) {
      this.known.set(uid, object);
      this.tell({ type: before === undefined ? 'ADDED' : 'MODIFIED', object });
    }
  }
}
