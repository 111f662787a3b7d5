import { type Cluster, WorkQueue } from '../engine/cluster';
import { isActive, isAvailable, type Pod } from '../engine/pod';

/** What one node holds: its pods that are not being deleted, by version, and whether one is still stopping. */
interface NodeState {
  readonly node: number;
  readonly old: Pod | undefined;
  readonly updated: Pod | undefined;
  readonly stopping: boolean;
}

/**
 * The DaemonSet controller: a pod a node; with a surge the new pod starts beside the old one, which goes when the new one
 * is available, else a node's old pod goes first.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/v1.34.0/pkg/controller/daemon/update.go rollingUpdate
 */
export class DaemonSet {
  private readonly pods: Pod[][];
  private updating = false;
  private readonly queue: WorkQueue;

  public constructor(
    private readonly cluster: Cluster,
    private readonly remove: (pod: Pod) => void,
    before: readonly Pod[],
  ) {
    this.pods = before.map((pod) => [pod]);
    this.queue = new WorkQueue(cluster, () => this.sync());
    cluster.onChange(() => this.queue.enqueue());
  }

  public update(): void {
    this.updating = true;
    this.queue.enqueue();
  }

  private sync(): void {
    const nodes = this.pods.map((pods, node) => this.look(pods, node));
    for (const { node, old, updated, stopping } of nodes) if (!old && !updated && !stopping) this.create(node);
    const { strategy } = this.cluster.plan;
    if (!this.updating || strategy.type !== 'RollingUpdate') return;
    if (strategy.surge > 0) this.rollWithSurge(nodes, strategy.surge);
    else this.roll(nodes, strategy.unavailable);
    if (nodes.every(({ old, updated }) => old === undefined && this.isAvailable(updated)))
      this.cluster.completedAt ??= this.cluster.now;
  }

  private look(pods: Pod[], node: number): NodeState {
    const present = pods.filter((pod) => pod.goneAt === undefined);
    this.pods[node] = present;
    const active = present.filter(isActive);
    return {
      node,
      old: active.find(({ version }) => version === 'before'),
      updated: active.find(({ version }) => version === 'after'),
      stopping: present.length > active.length,
    };
  }

  private create(node: number): void {
    this.pods[node]?.push(this.cluster.add(this.updating ? 'after' : 'before', node));
  }

  private roll(nodes: readonly NodeState[], maxUnavailable: number): void {
    let unavailable = 0;
    const candidates: Pod[] = [];
    for (const { old, updated } of nodes) {
      if (old !== undefined && updated === undefined) {
        if (this.isAvailable(old)) candidates.push(old);
        else {
          unavailable++;
          this.remove(old);
        }
      } else if (!this.isAvailable(updated) || old !== undefined) unavailable++;
    }
    for (const pod of candidates.slice(0, Math.max(0, maxUnavailable - unavailable))) this.remove(pod);
  }

  private rollWithSurge(nodes: readonly NodeState[], maxSurge: number): void {
    let surging = 0;
    const candidates: number[] = [];
    for (const { node, old, updated } of nodes) {
      if (old === undefined) continue;
      if (updated !== undefined) {
        if (this.isAvailable(updated)) this.remove(old);
        else surging++;
      } else if (this.isAvailable(old)) candidates.push(node);
      else this.create(node);
    }
    for (const node of candidates.slice(0, Math.max(0, maxSurge - surging))) this.create(node);
  }

  private isAvailable(pod: Pod | undefined): boolean {
    if (pod === undefined) return false;
    const { minReady, now } = this.cluster;
    const available = isAvailable(pod, minReady, now);
    if (pod.ready && !available) this.queue.enqueueAt(pod.readyChangedAt + minReady);
    return available;
  }
}
