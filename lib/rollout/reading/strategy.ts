import { integerOf, objectOf } from '../../kubernetes/json';
import type { Workload } from '../../kubernetes/workload';
import { resolveDaemonSet, resolveDeployment } from '../../lifecycle/rounding';
import type { StrategyPlan, WorkloadKindPlan } from '../plan';

/** The kinds that are simulated. */
export function isSimulated(kind: string): kind is WorkloadKindPlan {
  return kind === 'Deployment' || kind === 'StatefulSet' || kind === 'DaemonSet';
}

/** Reads the update strategy after defaulting, resolved for a number of pods. */
export function strategyOf(workload: Workload, replicas: number): StrategyPlan {
  const written = objectOf(workload.kind === 'Deployment' ? workload.spec.strategy : workload.spec.updateStrategy);
  const rolling = objectOf(written.rollingUpdate);
  if (written.type === 'Recreate' && workload.kind === 'Deployment') return { type: 'Recreate' };
  if (written.type === 'OnDelete' && workload.kind !== 'Deployment') return { type: 'OnDelete' };
  switch (workload.kind) {
    case 'StatefulSet':
      // maxUnavailable is behind a gate that is off: one pod at a time.
      return { type: 'RollingUpdate', surge: 0, unavailable: 1, partition: integerOf(rolling.partition) ?? 0 };
    case 'DaemonSet':
      return {
        type: 'RollingUpdate',
        ...resolveDaemonSet(replicas, rolling.maxSurge, rolling.maxUnavailable),
        partition: 0,
      };
    default:
      return {
        type: 'RollingUpdate',
        ...resolveDeployment(replicas, rolling.maxSurge, rolling.maxUnavailable),
        partition: 0,
      };
  }
}
