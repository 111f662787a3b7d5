import type { ApiClient, WatchEvent } from '../api-client';
import { again } from './again';
import { EventQueue } from './event-queue';
import type { Shape } from './shapes';

interface PodObject {
  readonly metadata: {
    readonly name: string;
    readonly uid: string;
    readonly labels: Readonly<Record<string, string>>;
    readonly deletionTimestamp?: string;
  };
  readonly spec: { readonly nodeName?: string };
}

/** How many pods of each version were not being deleted at a moment, in ms. */
export interface Count {
  readonly at: number;
  readonly after: number;
  readonly before: number;
}

/** What the script did to one workload, in ms on the clock of this process. */
export class Log {
  /** When the k-th new pod was made ready; infinite where it never was. */
  public readonly readyAt: number[] = [];
  /** When the k-th deleted pod was gone. */
  public readonly goneAt: number[] = [];
  public readonly counts: Count[] = [];
  public updatedAt = Number.POSITIVE_INFINITY;
  public lastChange = 0;
  public readonly ready = new Set<string>();
  private readonly active = new Map<string, string>();
  public readonly events = new EventQueue(() => this.lastChange);

  public note(uid: string, version: string | undefined): void {
    if (version === undefined) this.active.delete(uid);
    else this.active.set(uid, version);
    const versions = [...this.active.values()];
    const count = (wanted: string) => versions.filter((each) => each === wanted).length;
    this.lastChange = Date.now();
    this.counts.push({ at: this.lastChange, after: count('b'), before: count('a') });
  }
}

/** Plays the kubelet of every pod: ready and gone when the script of its workload says so. */
export class ScriptedKubelet {
  public readonly logs = new Map<string, Log>();
  private readonly seen = new Set<string>();
  private readonly leaving = new Set<string>();
  private readonly shapes: ReadonlyMap<string, Shape>;

  public constructor(
    private readonly api: ApiClient,
    shapes: readonly Shape[],
  ) {
    this.shapes = new Map(shapes.map((shape) => [shape.name, shape]));
    for (const { name } of shapes) this.logs.set(name, new Log());
  }

  /** Tells whether no status event is still to come. */
  public get isIdle(): boolean {
    return [...this.logs.values()].every(({ events }) => events.isIdle);
  }

  public see({ type, object }: WatchEvent): void {
    const pod = object as PodObject;
    const { name, uid, labels, deletionTimestamp } = pod.metadata;
    const shape = this.shapes.get(labels.app ?? '');
    const log = this.logs.get(labels.app ?? '');
    if (shape === undefined || log === undefined) return;
    if (type === 'DELETED') {
      log.note(uid, undefined);
      return;
    }
    if (!this.seen.has(uid)) {
      this.seen.add(uid);
      log.note(uid, labels.version);
      void this.bind(pod);
      if (labels.version === 'a') void this.makeReady(name, uid, log);
      else this.start(shape, log, name, uid);
    }
    if (deletionTimestamp !== undefined && !this.leaving.has(uid)) {
      this.leaving.add(uid);
      log.note(uid, undefined);
      this.stop(shape, log, name);
    }
  }

  /** Plays the scheduler for a DaemonSet's pod, which asks for its node: without one it would be gone once deleted. */
  private async bind({ metadata: { name }, spec }: PodObject): Promise<void> {
    if (spec.nodeName !== undefined) return;
    const node = /"key":"metadata\.name","operator":"In","values":\["([^"]+)"\]/.exec(JSON.stringify(spec))?.[1];
    const binding = {
      apiVersion: 'v1',
      kind: 'Binding',
      metadata: { name },
      target: { apiVersion: 'v1', kind: 'Node', name: node },
    };
    await again(() => this.api.post(`/api/v1/namespaces/default/pods/${name}/binding`, binding));
  }

  private start(shape: Shape, log: Log, name: string, uid: string): void {
    const k = log.readyAt.length;
    const due = Date.now() + shape.readyAfter(k);
    log.readyAt.push(Number.POSITIVE_INFINITY);
    if (!Number.isFinite(due)) return;
    log.events.add(due, async () => {
      if (this.leaving.has(uid)) return;
      log.readyAt[k] = Date.now();
      await this.makeReady(name, uid, log);
    });
  }

  private stop(shape: Shape, log: Log, name: string): void {
    const k = log.goneAt.length;
    const due = Date.now() + shape.goneAfter(k);
    log.goneAt.push(due);
    const remove = async () => {
      log.goneAt[k] = Date.now();
      await again(() => this.api.delete(`/api/v1/namespaces/default/pods/${name}?gracePeriodSeconds=0`));
    };
    // A Deployment does not wait for pods to be gone: their end is no event for it.
    if (shape.kind === 'Deployment') setTimeout(() => void remove(), due - Date.now());
    else log.events.add(due, remove);
  }

  private async makeReady(name: string, uid: string, log: Log): Promise<void> {
    const now = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
    const condition = (type: string) => ({ type, status: 'True', lastTransitionTime: now });
    const patch = {
      status: {
        phase: 'Running',
        podIP: '10.0.0.1',
        conditions: ['PodScheduled', 'Initialized', 'ContainersReady', 'Ready'].map(condition),
      },
    };
    await again(() => this.api.patch(`/api/v1/namespaces/default/pods/${name}/status`, patch));
    log.ready.add(uid);
  }
}
