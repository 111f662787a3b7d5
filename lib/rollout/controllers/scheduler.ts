import type { Cluster } from '../engine/cluster';
import type { Pod } from '../engine/pod';

/**
 * Finds a node for each pod: the one with the fewest pods of the workload that is not closed, and that a port of the host
 * or a claim allows. A pod that finds none waits until another is gone.
 */
export class Scheduler {
  private readonly onNode: number[];
  private readonly closed = new Set<number>();
  private waiting: Pod[] = [];

  public constructor(
    private readonly cluster: Cluster,
    private readonly run: (pod: Pod) => void,
    nodes: number,
  ) {
    this.onNode = Array.from({ length: nodes }, () => 0);
  }

  /** Puts a pod that existed before the event on a node. */
  public place(pod: Pod, node = this.choose(pod)): void {
    pod.node = node ?? 0;
    this.onNode[pod.node] = (this.onNode[pod.node] ?? 0) + 1;
  }

  public add(pod: Pod): void {
    if (!this.tryToPlace(pod)) this.waiting.push(pod);
  }

  /** Tells that a pod is gone: its node has room again, and its claim is free. */
  public release(pod: Pod): void {
    if (pod.node !== undefined) this.onNode[pod.node] = (this.onNode[pod.node] ?? 1) - 1;
    const waiting = this.waiting.filter((each) => each.deletedAt === undefined);
    this.waiting = waiting.filter((each) => !this.tryToPlace(each));
  }

  /** Lets no further pod on a node (kubectl cordon). */
  public close(node: number): void {
    this.closed.add(node);
  }

  private tryToPlace(pod: Pod): boolean {
    const node = this.choose(pod);
    if (node === undefined) return false;
    this.place(pod, node);
    this.run(pod);
    return true;
  }

  private choose(pod: Pod): number | undefined {
    const { hostPort, claim } = pod.plan.exclusion;
    const { kind, replicas, replicasBefore, surgeRoom } = this.cluster.plan;
    if (kind === 'DaemonSet')
      return hostPort !== undefined && (this.onNode[pod.ordinal] ?? 0) > 0 ? undefined : pod.ordinal;
    const total = this.onNode.reduce((sum, count) => sum + count, 0);
    // A StatefulSet's pods have a claim each; any other workload's share one. A claim that one pod may hold keeps the
    // next one out until it is gone. One that one node may hold does the same to a pod that the scheduler, which does
    // not look at it, has put on another node: the volume is not attached there.
    if (claim !== undefined && total > 0 && kind !== 'StatefulSet') return undefined;
    if (surgeRoom.quota !== undefined && total >= Math.max(replicas, replicasBefore)) return undefined;
    const isAlone = hostPort !== undefined || surgeRoom.apart !== undefined;
    let best: number | undefined;
    for (let node = 0; node < this.onNode.length; node++) {
      const count = this.onNode[node] as number;
      if (this.closed.has(node) || (isAlone && count > 0)) continue;
      if (best === undefined || count < (this.onNode[best] as number)) best = node;
    }
    return best;
  }
}
