import { deadlockOf } from '../../workloads/exclusion';
import type { Plan } from '../plan';

/** A new pod that waits for an old one, which waits for the new one. */
export function cannotStartBeside({ kind, strategy, after, nodes, replicas, replicasBefore }: Plan): readonly string[] {
  if (strategy.type !== 'RollingUpdate') return [];
  const deadlock = deadlockOf(kind, strategy, replicas, after.exclusion);
  if (deadlock === undefined) return [];
  if (deadlock.over === 'claim') {
    const { claim, staying } = deadlock;
    const [mode, used] =
      claim.sharing === 'one-pod' ? ['ReadWriteOncePod', 'by another pod'] : ['ReadWriteOnce', 'on another node'];
    return [
      `a new pod waits as long as the ${mode} claim "${claim.claim}" is used ${used}, and the rollout keeps ${staying} old until a new one is available`,
    ];
  }
  const { port } = deadlock.hostPort;
  if (kind === 'DaemonSet')
    return [
      `the new pod of a node waits for port ${port} of the node, which the old one keeps until the new one is available`,
    ];
  if (nodes > Math.max(replicas, replicasBefore)) return [];
  return [
    `a new pod waits for a node whose port ${port} is free, all ${nodes} have a pod, and maxUnavailable 0 keeps each until a new one is available`,
  ];
}
