import type { IntOrPercent } from '../../lifecycle/arithmetic/rounding';
import type { Conflict } from '../../lifecycle/conflict';
import { DEFAULTS } from '../../lifecycle/documented-defaults';
import { PodAmount } from '../../lifecycle/values/pod-amount';
import { Volume } from '../../lifecycle/values/volume';
import type { HostPathOptions, NodeAgentProps } from '../props/node-agent-props';
import type { VolumeMount } from '../volume-mount';
import type { Facts } from './facts';
import { planRolling, type RollingPlan } from './rolling-plan';
import { planWorkload, type WorkloadPlan } from './workload-plan';

/** A DaemonSet, with every number known; times in seconds. */
export interface DaemonSetPlan extends WorkloadPlan, RollingPlan {
  readonly maxSurge: IntOrPercent;
  readonly maxUnavailable: IntOrPercent;
}

/** Fills in what is left out: the old pod of a node goes before the new one comes, unless a surge was asked for. */
export function planDaemonSet(props: NodeAgentProps, facts: Facts): DaemonSetPlan {
  const { rollingUpdate, health, hostPaths = [], hostNetwork, hostPID } = props;
  const { maxSurge, maxUnavailable } = DEFAULTS.nodeRollingUpdate.value;
  const surge = rollingUpdate?._maxSurge ?? PodAmount.pods(maxSurge);
  const unavailable = rollingUpdate?._maxUnavailable ?? PodAmount.pods(surge._isZero ? maxUnavailable : 0);
  const workload = planWorkload(props, facts, {
    health,
    restartPolicy: DEFAULTS.restartPolicy.value,
    spreads: false,
    mounts: hostPaths.map(hostMount),
    hostAccess: { ...(hostNetwork && { hostNetwork }), ...(hostPID && { hostPID }) },
  });
  return {
    ...workload,
    ...planRolling(props, facts),
    maxSurge: surge._value,
    maxUnavailable: unavailable._value,
    conflicts: [...workload.conflicts, ...updateConflicts(surge, unavailable)],
  };
}

function hostMount({ hostPath, path = hostPath, type, readOnly = true }: HostPathOptions, index: number): VolumeMount {
  return { path, volume: Volume.hostPath(`host-${index}`, hostPath, type), readOnly };
}

// The API server wants exactly one of the two for a DaemonSet.
function updateConflicts(surge: PodAmount, unavailable: PodAmount): readonly Conflict[] {
  if (surge._isZero !== unavailable._isZero) return [];
  return [
    {
      message: `'maxSurge' (${surge}) and 'maxUnavailable' (${unavailable}) of a NodeAgent must not both be set: leave one of them 0`,
      workload: ['updateStrategy.rollingUpdate'],
    },
  ];
}
