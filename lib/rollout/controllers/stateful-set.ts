import type { RollingUpdatePlan } from '../../workloads/update-strategy';
import { type Cluster, WorkQueue } from '../engine/cluster';
import { isActive, isAvailable, type Pod, type Version } from '../engine/pod';

/**
 * The StatefulSet controller: never a pod more than replicas, replaced from the highest ordinal down, one at a time or as
 * many as maxUnavailable says where the version reads it, and a pod's successor only when the pod is gone.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/v1.37.2/pkg/controller/statefulset/stateful_set_control.go
 */
export class StatefulSet {
  private readonly slots: Array<Pod | undefined>;
  private readonly versions: Version[];
  private replicas: number;
  private updating = false;
  private readonly queue: WorkQueue;

  public constructor(
    private readonly cluster: Cluster,
    private readonly remove: (pod: Pod) => void,
    before: readonly Pod[],
  ) {
    this.slots = [...before];
    this.versions = before.map(() => 'before');
    this.replicas = before.length;
    this.queue = new WorkQueue(cluster, () => this.sync());
    cluster.onChange(() => this.queue.enqueue());
  }

  public update(): void {
    this.updating = true;
    this.scale(this.cluster.plan.replicas);
  }

  public scale(replicas: number): void {
    this.replicas = replicas;
    this.queue.enqueue();
  }

  private sync(): void {
    const { ordered } = this.cluster.plan;
    for (let ordinal = 0; ordinal < this.replicas; ordinal++) {
      const pod = this.present(ordinal);
      if (pod === undefined) this.create(ordinal);
      if (ordered && !this.isSettled(pod)) {
        this.checkAgain(pod);
        return;
      }
    }
    if (!this.scaleDown()) return;
    if (this.updating) this.roll();
  }

  private present(ordinal: number): Pod | undefined {
    const pod = this.slots[ordinal];
    return pod === undefined || pod.goneAt !== undefined ? undefined : pod;
  }

  private create(ordinal: number): void {
    // A new ordinal above those that run is made at the new revision.
    this.versions[ordinal] ??= this.updating ? 'after' : 'before';
    this.slots[ordinal] = this.cluster.add(this.versions[ordinal] as Version, ordinal);
  }

  private isSettled(pod: Pod | undefined): boolean {
    return pod !== undefined && isActive(pod) && isAvailable(pod, this.cluster.minReady, this.cluster.now);
  }

  private checkAgain(pod: Pod | undefined): void {
    if (pod?.ready && isActive(pod)) this.queue.enqueueAt(pod.readyChangedAt + this.cluster.minReady);
  }

  /** Removes pods above the number of replicas, from the highest; tells whether none is left. */
  private scaleDown(): boolean {
    let settled = true;
    for (let ordinal = this.slots.length - 1; ordinal >= this.replicas; ordinal--) {
      const pod = this.present(ordinal);
      if (pod === undefined) continue;
      settled = false;
      if (isActive(pod)) this.remove(pod);
      if (this.cluster.plan.ordered) return false;
    }
    return settled;
  }

  private roll(): void {
    const { strategy, honoursMaxUnavailable } = this.cluster.plan;
    if (strategy.type !== 'RollingUpdate') return;
    if (honoursMaxUnavailable) this.rollTogether(strategy);
    else this.rollOneByOne(strategy);
  }

  /** updateStatefulSetAfterInvariantEstablished: a pod that is being deleted is unavailable, whatever its probes say. */
  private rollTogether({ unavailable: maxUnavailable, partition }: RollingUpdatePlan): void {
    const pods = Array.from({ length: this.replicas }, (_, ordinal) => this.present(ordinal)).reverse();
    const missing = pods.filter((pod) => !this.isSettled(pod));
    for (const pod of missing) this.checkAgain(pod);
    const outdated = pods.filter(
      (pod) => pod !== undefined && pod.version === 'before' && isActive(pod) && pod.ordinal >= partition,
    ) as Pod[];
    const budget = maxUnavailable - missing.length;
    if (this.cluster.plan.ordered) {
      for (const pod of outdated.slice(0, Math.max(0, budget))) this.replace(pod);
    } else {
      // What is unavailable already goes first and costs nothing of the budget.
      const settled = outdated.filter((pod) => this.isSettled(pod));
      for (const pod of outdated) if (!this.isSettled(pod)) this.replace(pod);
      for (const pod of settled.slice(0, Math.max(0, budget))) this.replace(pod);
    }
    if (missing.length === 0 && outdated.length === 0) this.cluster.completedAt ??= this.cluster.now;
  }

  private replace(pod: Pod): void {
    this.versions[pod.ordinal] = 'after';
    this.remove(pod);
  }

  private rollOneByOne(strategy: RollingUpdatePlan): void {
    const { updateHonoursMinReady } = this.cluster.plan;
    let budget = strategy.unavailable;
    const unavailable: Pod[] = [];
    for (let ordinal = this.replicas - 1; ordinal >= strategy.partition; ordinal--) {
      const pod = this.present(ordinal);
      if (pod === undefined) return;
      if (pod.version === 'before' && isActive(pod)) {
        if (budget <= unavailable.length) return;
        budget--;
        this.replace(pod);
        if (budget <= 0) return;
        continue;
      }
      const settled = updateHonoursMinReady ? this.isSettled(pod) : isActive(pod) && pod.ready;
      if (settled) continue;
      unavailable.push(pod);
      if (updateHonoursMinReady) this.checkAgain(pod);
      if (unavailable.length >= budget) return;
    }
    if (unavailable.length === 0) this.cluster.completedAt ??= this.cluster.now;
  }
}
