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
  const strategy = objectOf(workload.kind === 'Deployment' ? workload.spec.strategy : workload.spec.updateStrategy);
  const rolling = objectOf(strategy.rollingUpdate);
  if (strategy.type === 'Recreate' && workload.kind === 'Deployment') return { type: 'Recreate' };
  if (strategy.type === 'OnDelete' && workload.kind !== 'Deployment') return { type: 'OnDelete' };
  // maxUnavailable of a StatefulSet is behind a gate that is off: one pod at a time.
  if (workload.kind === 'StatefulSet')
    return {
      type: 'RollingUpdate',
      surge: 0,
      unavailable: 1,
      partition: Math.max(0, integerOf(rolling.partition) ?? 0),
    };
  const resolve = workload.kind === 'DaemonSet' ? resolveDaemonSet : resolveDeployment;
  const { surge, unavailable } = resolve(replicas, written(rolling.maxSurge), written(rolling.maxUnavailable));
  return { type: 'RollingUpdate', surge: Math.max(0, surge), unavailable: Math.max(0, unavailable), partition: 0 };
}

/** A null is a field that is left out: the default counts. */
function written(value: unknown): unknown {
  return value ?? undefined;
}
