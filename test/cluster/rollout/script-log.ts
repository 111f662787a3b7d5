import { EventQueue } from './event-queue';

/** How many pods of each version there were to be from a moment on, in ms. */
export interface Count {
  readonly at: number;
  readonly after: number;
  readonly before: number;
}

/** What the script did to one workload, and what was seen of it, in ms on the clock of this process. */
export class ScriptLog {
  /** When the k-th new pod was made ready; infinite where it never was. */
  public readonly readyAt: number[] = [];
  /** When the k-th deleted pod was gone. */
  public readonly goneAt: number[] = [];
  /** Pods that were not being deleted. */
  public readonly pods: Count[] = [];
  /** Sizes of the ReplicaSets of a Deployment, as they were decided. */
  public readonly sizes: Count[] = [];
  public updatedAt = Number.POSITIVE_INFINITY;
  public lastChange = 0;
  public readonly ready = new Set<string>();
  public readonly events = new EventQueue(() => this.lastChange);
  private readonly active = new Map<string, string>();

  /** Any write of a controller, of a status too, shows that it is not done yet. */
  public noteActivity(): void {
    this.lastChange = Date.now();
  }

  public notePod(uid: string, version: string | undefined): void {
    if (version === undefined) this.active.delete(uid);
    else this.active.set(uid, version);
    const versions = [...this.active.values()];
    const count = (wanted: string) => versions.filter((each) => each === wanted).length;
    this.noteActivity();
    this.pods.push({ at: this.lastChange, after: count('b'), before: count('a') });
  }

  public noteSize(version: string, replicas: number): void {
    this.noteActivity();
    const { after, before } = this.sizes.at(-1) ?? { after: 0, before: 0 };
    const count = version === 'b' ? { after: replicas, before } : { after, before: replicas };
    if (count.after !== after || count.before !== before) this.sizes.push({ at: this.lastChange, ...count });
  }
}
