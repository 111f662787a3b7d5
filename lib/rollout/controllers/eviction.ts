import { allowedDisruptions } from '../../lifecycle/arithmetic/rounding';
import { type Millis, millis } from '../engine/clock';
import type { Cluster } from '../engine/cluster';
import { isActive, type Pod } from '../engine/pod';

/** How long `kubectl drain` waits before it asks again for an eviction that a budget refused. */
const ASK_AGAIN: Millis = millis(5);

const LOOK_AGAIN: Millis = millis(1);

/** For how long a drain that gets nowhere is looked at. */
const PATIENCE: Millis = millis(900);

/**
 * Drains a node: evicts its pods, each as soon as every budget allows it, and asks again for those that are refused.
 * Two budgets over one pod refuse every eviction.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/v1.34.0/pkg/registry/core/pod/storage/eviction.go
 */
export class Drain {
  public constructor(
    private readonly cluster: Cluster,
    private readonly node: number,
    private readonly remove: (pod: Pod) => void,
  ) {}

  public run(): void {
    const left = this.cluster.pods.filter((pod) => pod.node === this.node && pod.goneAt === undefined);
    if (left.length === 0) {
      this.cluster.completedAt ??= this.cluster.now;
      return;
    }
    for (const pod of left) if (isActive(pod) && this.allows(pod)) this.remove(pod);
    // Whoever waits for pods to be gone looks each second; a refused eviction is asked for again later.
    const refused = left.some(isActive);
    if (this.cluster.now < PATIENCE || !refused)
      this.cluster.clock.after(refused ? ASK_AGAIN : LOOK_AGAIN, () => this.run());
  }

  private allows(pod: Pod): boolean {
    const { budgets, replicas } = this.cluster.plan;
    if (budgets.length === 0) return true;
    if (budgets.length > 1) return false;
    const healthy = this.cluster.pods.filter((each) => isActive(each) && each.ready).length;
    return budgets.every((budget) => {
      const desired = replicas - allowedDisruptions(replicas, budget);
      if (!pod.ready) return budget.evictsUnhealthy || (desired > 0 && healthy >= desired);
      return healthy - 1 >= desired;
    });
  }
}
