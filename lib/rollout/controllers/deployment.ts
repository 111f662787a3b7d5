import { millis } from '../engine/clock';
import type { Cluster } from '../engine/cluster';
import { WorkQueue } from '../engine/cluster';
import type { Pod } from '../engine/pod';
import { ReplicaSet } from './replica-set';
import { type Fenceposts, newReplicaSetSize, rollingStep } from './rolling';

/**
 * The Deployment controller. It scales ReplicaSets and looks at nothing but their specs and statuses; that a rollout
 * makes no progress it only reports: it neither stops nor rolls back.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/v1.34.0/pkg/controller/deployment/deployment_controller.go syncDeployment
 */
export class Deployment {
  private readonly old: ReplicaSet;
  private newest: ReplicaSet | undefined;
  private updating = false;
  private replicas: number;
  /** The number of replicas that the ReplicaSets are marked with: another one is a scaling, and comes first. */
  private applied: number;
  private readonly queue: WorkQueue;
  private progressAt = 0;
  private lastCounts = { updated: 0, old: Number.POSITIVE_INFINITY, ready: 0, available: 0 };

  public constructor(
    private readonly cluster: Cluster,
    private readonly remove: (pod: Pod) => void,
    before: readonly Pod[],
  ) {
    this.replicas = before.length;
    this.applied = before.length;
    this.queue = new WorkQueue(cluster, () => this.sync());
    this.old = new ReplicaSet(cluster, 'before', before.length, remove, () => this.queue.enqueue());
    for (const pod of before) this.old.adopt(pod);
    this.old.settle();
    cluster.onChange((pod) => {
      // Recreate waits for pods to be gone, which no ReplicaSet's status shows.
      if (cluster.plan.strategy.type === 'Recreate' && pod.goneAt === cluster.now) this.queue.enqueue();
    });
  }

  /** Applies the new template, and the new number of replicas with it. */
  public update(): void {
    this.updating = true;
    this.progressAt = this.cluster.now;
    this.replicas = this.cluster.plan.replicas;
    this.watchDeadline();
    this.queue.enqueue();
  }

  /** Changes the number of replicas alone, as an autoscaler does. */
  public scale(replicas: number): void {
    this.replicas = replicas;
    this.queue.enqueue();
  }

  private sync(): void {
    this.noteProgress();
    // A change of the number of replicas is dealt with before the rollout: the one active ReplicaSet takes it over.
    if (this.newest === undefined && this.applied !== this.replicas) {
      this.applied = this.replicas;
      this.scaleTo(this.old, this.replicas);
      this.queue.enqueue();
      return;
    }
    if (!this.updating || this.cluster.plan.paused) return;
    if (this.cluster.plan.strategy.type === 'Recreate') this.recreate();
    else this.roll();
    this.noteCompletion();
  }

  private roll(): void {
    const { strategy } = this.cluster.plan;
    const { surge, unavailable } = strategy.type === 'RollingUpdate' ? strategy : { surge: 0, unavailable: 1 };
    const fenceposts: Fenceposts = { replicas: this.replicas, surge, unavailable };
    const created = this.newest === undefined;
    const newest = this.newest ?? this.createNewest(newReplicaSetSize(fenceposts, 0, [this.old.spec]));
    const step = rollingStep(fenceposts, stateOf(newest), [stateOf(this.old)], created);
    const [oldSize = this.old.spec] = step.oldReplicas;
    const changes = step.newReplicas !== newest.spec || oldSize !== this.old.spec;
    if (step.newReplicas !== newest.spec) this.scaleTo(newest, step.newReplicas);
    if (oldSize !== this.old.spec) this.scaleTo(this.old, oldSize);
    // Its own writes come back to it as news.
    if (created || changes) this.queue.enqueue();
  }

  private recreate(): void {
    if (this.old.spec > 0) {
      this.scaleTo(this.old, 0);
      return;
    }
    const present = this.cluster.pods.some((pod) => pod.version === 'before' && pod.goneAt === undefined);
    if (!present && this.newest === undefined) {
      this.createNewest(this.replicas);
      this.queue.enqueue();
    }
  }

  private createNewest(size: number): ReplicaSet {
    this.newest = new ReplicaSet(this.cluster, 'after', size, this.remove, () => this.queue.enqueue());
    this.newest.start();
    this.decided();
    return this.newest;
  }

  private scaleTo(set: ReplicaSet, size: number): void {
    set.scale(size);
    this.decided();
  }

  private decided(): void {
    this.cluster.decisions.push({ at: this.cluster.now, before: this.old.spec, after: this.newest?.spec ?? 0 });
  }

  private noteProgress(): void {
    const updated = this.newest?.status.replicas ?? 0;
    const old = this.old.status.replicas;
    const ready = this.old.status.ready + (this.newest?.status.ready ?? 0);
    const available = this.old.status.available + (this.newest?.status.available ?? 0);
    const last = this.lastCounts;
    if (updated > last.updated || old < last.old || ready > last.ready || available > last.available) {
      this.progressAt = this.cluster.now;
      this.watchDeadline();
    }
    this.lastCounts = { updated, old, ready, available };
  }

  private watchDeadline(): void {
    const { progressDeadlineSeconds } = this.cluster.plan;
    if (!this.updating || progressDeadlineSeconds === undefined || this.cluster.completedAt !== undefined) return;
    const since = this.progressAt;
    this.cluster.clock.at(since + millis(progressDeadlineSeconds) + 1, () => {
      if (this.progressAt !== since || this.cluster.completedAt !== undefined) return;
      this.cluster.deadlineExceededAt ??= this.cluster.now;
    });
  }

  private noteCompletion(): void {
    const status = this.newest?.status;
    const isComplete =
      status !== undefined &&
      this.old.status.replicas === 0 &&
      status.replicas === this.replicas &&
      status.available === this.replicas;
    if (isComplete) this.cluster.completedAt ??= this.cluster.now;
  }
}

function stateOf({ spec, status }: ReplicaSet): { readonly spec: number; readonly available: number } {
  return { spec, available: status.available };
}
