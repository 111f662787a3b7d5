import { deadlockOf } from '../../workloads/exclusion';
import type { Plan } from '../plan';

/** A new pod that waits for an old one, which waits for the new one. */
export function cannotStartBeside(plan: Plan): readonly string[] {
  return [...sharesWhatOneHas(plan), ...findsNoRoom(plan)];
}

/** What a rolling update needs beside the pods that run, where it is not known to be there or not. */
export function needsBeside(plan: Plan): readonly string[] {
  const { apart, device } = plan.surgeRoom;
  if (!waitsForSurge(plan) || cannotStartBeside(plan).length > 0) return [];
  const needs: string[] = [];
  if (apart !== undefined) needs.push(`a ${apart.domain} without one of these pods is free for a new one`);
  if (device !== undefined) needs.push(`a free ${device.resource} is left for a new pod beside the old ones`);
  return needs;
}

/** Tells whether no old pod goes before a new one is available. */
function waitsForSurge({ kind, strategy }: Plan): boolean {
  return kind === 'Deployment' && strategy.type === 'RollingUpdate' && strategy.unavailable === 0;
}

function findsNoRoom(plan: Plan): readonly string[] {
  if (!waitsForSurge(plan)) return [];
  const { surgeRoom, nodes, replicas, replicasBefore } = plan;
  const { apart, quota } = surgeRoom;
  const stalls: string[] = [];
  if (quota !== undefined)
    stalls.push(
      `ResourceQuota "${quota.name}" allows ${quota.hard} ${quota.resource}, the pods that run use ${quota.used}, and a new one that needs ${quota.needed} is refused, while maxUnavailable 0 keeps each old one`,
    );
  if (apart !== undefined && nodes <= Math.max(replicas, replicasBefore))
    stalls.push(
      `a new pod waits for a ${apart.domain} without another of its pods (required anti-affinity), all ${nodes} have one, and maxUnavailable 0 keeps each until a new one is available`,
    );
  return stalls;
}

function sharesWhatOneHas({ kind, strategy, after, nodes, replicas, replicasBefore }: Plan): readonly string[] {
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
