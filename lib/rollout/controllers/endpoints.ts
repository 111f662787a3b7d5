import type { Cluster } from '../engine/cluster';
import type { Pod } from '../engine/pod';

/**
 * Keeps the endpoints: a pod is ready while its Ready condition holds and it is not being deleted; a deleted one that is
 * still Ready is terminating; without Ready, or gone, it is out. Changes are recorded as they are made; how late each
 * router learns of them is the routers' business.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/endpoint-slices/#conditions
 */
export class Endpoints {
  private readonly state = new Map<Pod, 'add' | 'terminate'>();

  public constructor(private readonly cluster: Cluster) {
    for (const pod of cluster.pods) this.state.set(pod, 'add');
    cluster.onChange((pod) => this.update(pod));
  }

  private update(pod: Pod): void {
    const gone = pod.goneAt !== undefined && pod.goneAt <= this.cluster.now;
    const wanted = gone || !pod.ready ? 'remove' : pod.deletedAt === undefined ? 'add' : 'terminate';
    const present = this.state.get(pod) ?? 'remove';
    if (wanted === present) return;
    if (wanted === 'remove') this.state.delete(pod);
    else this.state.set(pod, wanted);
    this.cluster.changes.push({ at: this.cluster.now, pod, kind: wanted });
  }
}
