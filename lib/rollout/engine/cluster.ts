import type { Plan } from '../plan';
import { Clock, type Millis, millis } from './clock';
import type { Nature, Uncertainty } from './nature';
import type { Pod, Version } from './pod';
import type { EndpointChange, Pause, ScaleDecision } from './trace';

/** Told of every change of a pod's state. */
export type PodListener = (pod: Pod) => void;

/** What all controllers share: the clock, the pods, and the news about them. */
export class Cluster {
  public readonly clock = new Clock();
  public readonly pods: Pod[] = [];
  public readonly changes: EndpointChange[] = [];
  public readonly pauses: Pause[] = [];
  public readonly decisions: ScaleDecision[] = [];
  public readonly minReady: Millis;
  public completedAt: Millis | undefined;
  public deadlineExceededAt: Millis | undefined;
  /** Told of each new pod once everybody else has been. */
  public onAdd: PodListener = () => undefined;
  private readonly listeners: PodListener[] = [];

  public constructor(
    public readonly plan: Plan,
    public readonly nature: Nature,
  ) {
    this.minReady = millis(plan.minReadySeconds);
  }

  public get now(): Millis {
    return this.clock.now;
  }

  public onChange(listener: PodListener): void {
    this.listeners.push(listener);
  }

  public changed(pod: Pod): void {
    for (const listener of this.listeners) listener(pod);
  }

  /** Adds a pod object; nothing runs it until the scheduler has found a node. */
  public add(version: Version, ordinal: number): Pod {
    const pod: Pod = {
      id: this.pods.length,
      name: `${version === 'before' ? 'old' : 'new'}-${this.pods.length}`,
      version,
      plan: version === 'before' ? this.plan.before : this.plan.after,
      createdAt: this.now,
      ordinal,
      node: undefined,
      scheduledAt: undefined,
      runsAt: undefined,
      listensAt: undefined,
      ready: false,
      readyChangedAt: this.now,
      firstReadyAt: undefined,
      deletedAt: undefined,
      sigtermAt: undefined,
      closesAt: undefined,
      cutsAt: undefined,
      goneAt: undefined,
      restarts: 0,
    };
    this.pods.push(pod);
    this.changed(pod);
    this.onAdd(pod);
    return pod;
  }

  /** How long a controller takes to see a change and act on it, this time. */
  public controllerLatency(quantity: Uncertainty = 'controller'): Millis {
    return this.nature.draw(quantity, this.plan.latencies.controller, this.now);
  }
}

/** A controller's work queue of one key: however often it is told, it runs once, a latency later. */
export class WorkQueue {
  private due: Millis | undefined;

  public constructor(
    private readonly cluster: Cluster,
    private readonly sync: () => void,
    private readonly quantity: Uncertainty = 'controller',
  ) {}

  public enqueue(): void {
    this.enqueueAt(this.cluster.now + this.cluster.controllerLatency(this.quantity));
  }

  public enqueueAt(time: Millis): void {
    if (this.due !== undefined && this.due <= time) return;
    this.due = time;
    this.cluster.clock.at(time, () => {
      if (this.due !== time) return;
      this.due = undefined;
      this.sync();
    });
  }
}
