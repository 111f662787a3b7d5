import type { ApiClient } from '../api-client';
import type { Change, Listed } from '../list-watch';
import type { Background } from './background';
import { ensure } from './ensure';
import { ScriptLog } from './script-log';
import type { Shape } from './shapes';

export interface PodObject extends Listed {
  readonly metadata: Listed['metadata'] & {
    readonly labels: Readonly<Record<string, string>>;
    readonly deletionTimestamp?: string;
  };
  readonly spec: { readonly nodeName?: string };
}

const [OK, CREATED, NOT_FOUND, CONFLICT] = [200, 201, 404, 409];

/** Plays the kubelet of every pod of a namespace: ready and gone when the script of its workload says so. */
export class ScriptedKubelet {
  public readonly logs: ReadonlyMap<string, ScriptLog>;
  private readonly seen = new Set<string>();
  private readonly leaving = new Set<string>();
  private readonly shapes: ReadonlyMap<string, Shape>;
  private readonly pods: string;

  public constructor(
    private readonly api: ApiClient,
    namespace: string,
    shapes: readonly Shape[],
    private readonly background: Background,
  ) {
    this.pods = `/api/v1/namespaces/${namespace}/pods`;
    this.shapes = new Map(shapes.map((shape) => [shape.name, shape]));
    this.logs = new Map(shapes.map(({ name }) => [name, new ScriptLog()]));
  }

  /** Tells whether no status event is still to come. */
  public get isIdle(): boolean {
    return [...this.logs.values()].every(({ events }) => events.isIdle);
  }

  public see({ type, object: pod }: Change<PodObject>): void {
    const { name, uid, labels, deletionTimestamp } = pod.metadata;
    const shape = this.shapes.get(labels.app ?? '');
    const log = this.logs.get(labels.app ?? '');
    if (shape === undefined || log === undefined) return;
    if (type === 'DELETED') {
      if (!this.leaving.has(uid)) log.goneAt.push(Date.now());
      this.leaving.add(uid);
      log.notePod(uid, undefined);
      return;
    }
    if (!this.seen.has(uid)) {
      this.seen.add(uid);
      log.notePod(uid, labels.version);
      this.background.start(this.bind(pod));
      if (labels.version === 'a') this.background.start(this.makeReady(name, uid, log));
      else this.start(shape, log, name, uid);
    }
    if (deletionTimestamp !== undefined && !this.leaving.has(uid)) {
      this.leaving.add(uid);
      log.notePod(uid, undefined);
      this.stop(shape, log, name, uid);
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
    // Conflict: it is bound, by a request whose answer was lost.
    await ensure(`binding the pod ${name}`, [CREATED, NOT_FOUND, CONFLICT], () =>
      this.api.post(`${this.pods}/${name}/binding`, binding),
    );
  }

  private start(shape: Shape, log: ScriptLog, name: string, uid: string): void {
    const k = log.readyAt.length;
    const due = Date.now() + shape.readyAfter(k);
    log.readyAt.push(Number.POSITIVE_INFINITY);
    if (!Number.isFinite(due)) return;
    const ready = async () => {
      if (this.leaving.has(uid)) return;
      log.readyAt[k] = Date.now();
      if (shape.minReadySeconds > 0) log.events.expect(Date.now() + shape.minReadySeconds * 1000);
      await this.makeReady(name, uid, log);
    };
    this.background.start(log.events.add(due, ready));
  }

  private stop(shape: Shape, log: ScriptLog, name: string, uid: string): void {
    const k = log.goneAt.length;
    const due = Date.now() + shape.goneAfter(k);
    log.goneAt.push(due);
    const remove = async () => {
      log.goneAt[k] = Date.now();
      // Conflict: the next pod of that name is there, so this one is gone.
      await ensure(`removing the pod ${name}`, [OK, NOT_FOUND, CONFLICT], () =>
        this.api.delete(`${this.pods}/${name}`, { gracePeriodSeconds: 0, preconditions: { uid } }),
      );
    };
    // A Deployment does not wait for pods to be gone: their end is no event for it.
    if (shape.kind === 'Deployment') setTimeout(() => this.background.start(remove()), due - Date.now());
    else this.background.start(log.events.add(due, remove));
  }

  private async makeReady(name: string, uid: string, log: ScriptLog): Promise<void> {
    const now = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
    const condition = (type: string) => ({ type, status: 'True', lastTransitionTime: now });
    const patch = {
      status: {
        phase: 'Running',
        podIP: '10.0.0.1',
        conditions: ['PodScheduled', 'Initialized', 'ContainersReady', 'Ready'].map(condition),
      },
    };
    await ensure(`making the pod ${name} ready`, [OK, NOT_FOUND], () =>
      this.api.patch(`${this.pods}/${name}/status`, patch),
    );
    log.ready.add(uid);
  }
}
