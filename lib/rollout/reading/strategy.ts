import type { KubernetesVersion } from '../../kubernetes/versions/kubernetes-version';
import type { Workload } from '../../kubernetes/views/workload';
import { rollingUpdateOf, updateStrategyOf } from '../../workloads/update-strategy';
import type { StrategyPlan, WorkloadKindPlan } from '../plan';

/** The kinds that are simulated. */
export function isSimulated(kind: string): kind is WorkloadKindPlan {
  return kind === 'Deployment' || kind === 'StatefulSet' || kind === 'DaemonSet';
}

/** Reads the update strategy, resolved for a number of pods; of a type that nobody knows, one pod at a time. */
export function strategyOf(workload: Workload, pods: number, version: KubernetesVersion): StrategyPlan {
  const type = updateStrategyOf(workload)?.type;
  if (type === 'Recreate' && workload.kind === 'Deployment') return { type };
  if (type === 'OnDelete' && workload.kind !== 'Deployment') return { type };
  const rolling = rollingUpdateOf(workload, pods, version) ?? { surge: 0, unavailable: 1, partition: 0 };
  return { type: 'RollingUpdate', ...rolling };
}
