import { type Cluster, WorkQueue } from '../engine/cluster';
import { isAvailable, type Pod, type Version } from '../engine/pod';
import { rankForDeletion } from './deletion-rank';

/** The most pods that one sync creates or deletes. */
const BURST = 500;

/** What a ReplicaSet's status says; as old as its controller's last write. */
export interface ReplicaSetStatus {
  readonly replicas: number;
  readonly ready: number;
  readonly available: number;
}

/**
 * One ReplicaSet and its controller. It sees the pods through a cache that is a watch's latency behind, and neither
 * creates nor deletes anything before it has seen what it last did (expectations).
 *
 * @see https://github.com/kubernetes/kubernetes/blob/v1.34.0/pkg/controller/replicaset/replica_set.go
 */
export class ReplicaSet {
  public spec: number;
  public status: ReplicaSetStatus = { replicas: 0, ready: 0, available: 0 };
  /** Pods as the cache knows them: deleted ones leave it when the deletion is seen. */
  private readonly cache = new Set<Pod>();
  private readonly known = new Map<Pod, { ready: boolean; readyChangedAt: number }>();
  private readonly deleting = new Set<Pod>();
  /** Creations and deletions that the cache has not shown yet. */
  private expected = 0;
  /** Pods from this id on are news. */
  private announced = 0;
  private created = 0;
  private readonly queue: WorkQueue;

  public constructor(
    private readonly cluster: Cluster,
    public readonly version: Version,
    spec: number,
    private readonly remove: (pod: Pod) => void,
    private readonly onStatus: () => void,
  ) {
    this.spec = spec;
    this.queue = new WorkQueue(cluster, () => this.sync(), version === 'after' ? 'creation' : 'controller');
    cluster.onChange((pod) => this.see(pod));
  }

  /** Takes over a pod that existed before the event. */
  public adopt(pod: Pod): void {
    this.cache.add(pod);
    this.announced = pod.id + 1;
    this.known.set(pod, { ready: pod.ready, readyChangedAt: pod.readyChangedAt });
  }

  /** Takes the adopted pods into the status, as it stood before the event. */
  public settle(): void {
    this.status = this.count();
  }

  public scale(spec: number): void {
    this.spec = spec;
    this.queue.enqueue();
  }

  /** Starts the controller for a ReplicaSet that was just created. */
  public start(): void {
    this.queue.enqueue();
  }

  private see(pod: Pod): void {
    if (pod.version !== this.version) return;
    const created = pod.id >= this.announced;
    if (created) this.announced = pod.id + 1;
    const deleted = pod.deletedAt === this.cluster.now;
    this.cluster.clock.after(this.cluster.controllerLatency(), () => {
      if (created) this.expected--;
      if (created && pod.deletedAt === undefined) this.cache.add(pod);
      if (deleted && this.cache.delete(pod) && this.deleting.delete(pod)) this.expected--;
      if (this.cache.has(pod)) this.known.set(pod, { ready: pod.ready, readyChangedAt: pod.readyChangedAt });
      this.queue.enqueue();
    });
  }

  private sync(): void {
    const status = this.count();
    if (this.expected <= 0) this.managePods();
    const before = this.status;
    this.status = status;
    if (before.replicas !== status.replicas || before.ready !== status.ready || before.available !== status.available)
      this.onStatus();
    if (status.ready > status.available) this.checkAgainWhenAvailable();
  }

  private count(): ReplicaSetStatus {
    const { now, minReady } = this.cluster;
    let ready = 0;
    let available = 0;
    for (const pod of this.cache) {
      const seen = this.known.get(pod);
      if (seen === undefined || !seen.ready) continue;
      ready++;
      if (minReady === 0 || seen.readyChangedAt + minReady <= now) available++;
    }
    return { replicas: this.cache.size, ready, available };
  }

  private checkAgainWhenAvailable(): void {
    const { now, minReady } = this.cluster;
    let next = Number.POSITIVE_INFINITY;
    for (const pod of this.cache) {
      const seen = this.known.get(pod);
      if (seen?.ready && !isAvailable(pod, minReady, now)) next = Math.min(next, seen.readyChangedAt + minReady);
    }
    if (next < Number.POSITIVE_INFINITY) this.queue.enqueueAt(Math.max(next, now + 1));
  }

  private managePods(): void {
    const surplus = this.cache.size - this.spec;
    if (surplus < 0) this.create(Math.min(-surplus, BURST));
    else if (surplus > 0) this.delete(Math.min(surplus, BURST));
  }

  /** Creates in batches of 1, 2, 4 and so on, each after the one before: a quota that refuses is asked only once. */
  private create(count: number): void {
    this.expected += count;
    let size = 1;
    let delay = 0;
    for (let left = count; left > 0; size *= 2) {
      const batch = Math.min(size, left);
      left -= batch;
      this.cluster.clock.after(delay, () => {
        for (let each = 0; each < batch; each++) this.cluster.add(this.version, this.created++);
      });
      delay += this.cluster.controllerLatency();
    }
  }

  private delete(count: number): void {
    const candidates = rankForDeletion([...this.cache], this.cluster.now);
    for (const pod of candidates.slice(0, count)) {
      // A pod that something else is deleting already is seen to go without an expectation of ours.
      if (pod.deletedAt !== undefined) continue;
      this.expected++;
      this.deleting.add(pod);
      this.remove(pod);
    }
  }
}
