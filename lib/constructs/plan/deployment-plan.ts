import { type IntOrPercent, resolveDeployment } from '../../lifecycle/arithmetic/rounding';
import { secondsOf } from '../../lifecycle/arithmetic/seconds';
import type { Conflict } from '../../lifecycle/conflict';
import { DEFAULTS } from '../../lifecycle/documented-defaults';
import type { Capacity } from '../../lifecycle/values/capacity';
import type { HealthChecks } from '../../lifecycle/values/health-checks';
import { defaultMaxUnavailable } from '../../lifecycle/values/rolling-update';
import type { DeploymentOptions } from '../props/deployment-options';
import type { WorkloadOptions } from '../props/workload-options';
import type { Facts } from './facts';
import { mainPort, type PortProps } from './main-port';
import { planReplicas, planRolling, type RollingPlan } from './rolling-plan';
import { planWorkload, type WorkloadPlan } from './workload-plan';

/** What a Deployment is planned from: the props of a Worker, or of a ZeroDowntimeService. */
interface DeploymentProps extends WorkloadOptions, DeploymentOptions, Partial<PortProps> {
  readonly health?: HealthChecks;
  readonly capacity?: Capacity;
}

/** A Deployment, with every number known; times in seconds. */
export interface DeploymentPlan extends WorkloadPlan, RollingPlan {
  readonly replicas: number;
  readonly maxSurge: IntOrPercent;
  readonly maxUnavailable: IntOrPercent;
  readonly progressDeadlineSeconds: number;
}

/** Fills in what is left out. With a declared capacity, only as many pods may be missing as the peak leaves over. */
export function planDeployment(props: DeploymentProps, facts: Facts): DeploymentPlan {
  const { rollingUpdate, capacity, health, port } = props;
  const replicas = planReplicas(props, facts);
  // What may be missing is counted from the fewest pods that an autoscaler leaves.
  const fewest = props.autoscaling?.minReplicas ?? replicas;
  const spare = capacity && Math.max(0, fewest - capacity.requiredReplicas);
  const maxSurge = rollingUpdate?._maxSurge?._value ?? DEFAULTS.maxSurge.value;
  const maxUnavailable = rollingUpdate?._maxUnavailable?._value ?? spare ?? defaultMaxUnavailable(fewest);
  const rolling = planRolling(props, facts);
  const { minReadySeconds } = rolling;
  const progressDeadlineSeconds = planProgressDeadline(props, minReadySeconds);
  const workload = planWorkload(props, facts, {
    health,
    mainPort: port === undefined ? undefined : mainPort({ ...props, port }, facts.component),
    restartPolicy: DEFAULTS.restartPolicy.value,
    spreads: true,
  });
  return {
    ...workload,
    ...rolling,
    replicas,
    maxSurge,
    maxUnavailable,
    progressDeadlineSeconds,
    conflicts: [
      ...workload.conflicts,
      ...capacityConflicts(capacity, fewest, maxSurge, maxUnavailable),
      ...deadlineConflicts(progressDeadlineSeconds, minReadySeconds),
    ],
  };
}

// The deadline must be strictly above minReady, and a pod that uses its whole start-up budget must not miss it.
function planProgressDeadline({ progressDeadline, health }: DeploymentProps, minReadySeconds: number): number {
  if (progressDeadline !== undefined) return secondsOf(progressDeadline, 'progressDeadline');
  return Math.max(
    DEFAULTS.progressDeadline.value,
    (health?._startupBudget ?? 0) + minReadySeconds + DEFAULTS.progressHeadroom.value,
  );
}

function deadlineConflicts(progressDeadlineSeconds: number, minReadySeconds: number): readonly Conflict[] {
  if (progressDeadlineSeconds > minReadySeconds) return [];
  return [
    {
      message: `'progressDeadline' (${progressDeadlineSeconds}s) must be greater than 'minReady' (${minReadySeconds}s)`,
      workload: ['progressDeadlineSeconds', 'minReadySeconds'],
    },
  ];
}

function capacityConflicts(
  capacity: Capacity | undefined,
  replicas: number,
  maxSurge: IntOrPercent,
  maxUnavailable: IntOrPercent,
): readonly string[] {
  if (capacity === undefined) return [];
  const { peak, perReplica, requiredReplicas } = capacity;
  if (replicas < requiredReplicas) {
    return [
      `'replicas' (${replicas}) at ${perReplica} each do not carry the peak of ${peak}: give it at least ${requiredReplicas}`,
    ];
  }
  const { unavailable } = resolveDeployment(replicas, maxSurge, maxUnavailable);
  if (replicas - unavailable >= requiredReplicas) return [];
  return [
    `'maxUnavailable' (${maxUnavailable}) leaves ${replicas - unavailable} of ${replicas} replicas, and the peak of ${peak} needs ${requiredReplicas}: lower it to ${replicas - requiredReplicas}, or leave it out`,
  ];
}
