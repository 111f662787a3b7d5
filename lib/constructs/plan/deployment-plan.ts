import { ANNOTATION } from '../../lifecycle/annotations';
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
  /** Undefined where something else sets the number. */
  readonly replicas: number | undefined;
  /** Undefined where every old pod ends before the first new one starts. */
  readonly rollingUpdate: { readonly maxSurge: IntOrPercent; readonly maxUnavailable: IntOrPercent } | undefined;
  readonly progressDeadlineSeconds: number;
}

/** Fills in what is left out. With a declared capacity, only as many pods may be missing as the peak leaves over. */
export function planDeployment(props: DeploymentProps, facts: Facts): DeploymentPlan {
  const { capacity, health, port, strategy, replicasManagedBy } = props;
  const replicas = replicasManagedBy === undefined ? planReplicas(props, facts) : undefined;
  // What may be missing is counted from the fewest pods that an autoscaler, or whoever sets their number, leaves.
  const fewest = replicas === undefined ? props.replicas : (props.autoscaling?.minReplicas ?? replicas);
  const rollingUpdate = strategy === undefined ? planRollingUpdate(props, fewest) : undefined;
  const rolling = planRolling(props, facts);
  const progressDeadlineSeconds = planProgressDeadline(props, rolling.minReadySeconds);
  const workload = planWorkload(props, facts, {
    health,
    mainPort: port === undefined ? undefined : mainPort({ ...props, port }, facts.component),
    restartPolicy: DEFAULTS.restartPolicy.value,
    spreads: true,
  });
  return {
    ...workload,
    ...rolling,
    annotations: { ...workload.annotations, ...reasonsOf(props, facts) },
    replicas,
    rollingUpdate,
    progressDeadlineSeconds,
    conflicts: [
      ...workload.conflicts,
      ...ownerConflicts(props),
      ...(capacity === undefined ? [] : capacityConflicts(capacity, fewest, rollingUpdate)),
      ...deadlineConflicts(progressDeadlineSeconds, rolling.minReadySeconds),
    ],
  };
}

// Where nobody knows how many pods there are, there may be one, and that one must not be missing.
function planRollingUpdate({ rollingUpdate, capacity }: DeploymentProps, fewest = 1) {
  const spare = capacity && Math.max(0, fewest - capacity.requiredReplicas);
  return {
    maxSurge: rollingUpdate?._maxSurge?._value ?? DEFAULTS.maxSurge.value,
    maxUnavailable: rollingUpdate?._maxUnavailable?._value ?? spare ?? defaultMaxUnavailable(fewest),
  };
}

/** The rules whose findings are what Recreate means for what serves. */
const OUTAGE_RULES = ['strategy-is-rolling', 'rollout-loses-nothing'];

/** What is written beside a choice for whoever reads the manifest; the reason of an outage acknowledges its rules. */
function reasonsOf(
  { strategy, replicasManagedBy, replicas }: DeploymentProps,
  { route }: Facts,
): Record<string, string> {
  const accepted = strategy === undefined || route === undefined ? [] : OUTAGE_RULES;
  return {
    ...Object.fromEntries(accepted.map((rule) => [`${ANNOTATION.acknowledgePrefix}${rule}`, strategy?.reason])),
    ...(replicasManagedBy !== undefined && { [ANNOTATION.replicasManagedBy]: replicasManagedBy }),
    ...(replicasManagedBy !== undefined &&
      replicas !== undefined && { [ANNOTATION.replicasAtLeast]: String(replicas) }),
  };
}

function ownerConflicts({
  autoscaling,
  replicasManagedBy,
  rollingUpdate,
  strategy,
}: DeploymentProps): readonly Conflict[] {
  return [
    ...(autoscaling !== undefined && replicasManagedBy !== undefined
      ? [
          {
            message: `'autoscaling' and 'replicasManagedBy' (${replicasManagedBy}) would both set the number of pods: give one of them`,
          },
        ]
      : []),
    ...(rollingUpdate !== undefined && strategy !== undefined
      ? [
          {
            message:
              "'rollingUpdate' has no meaning beside 'strategy' (Recreate), which replaces all pods at once: give one of them",
          },
        ]
      : []),
  ];
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
  { peak, perReplica, requiredReplicas }: Capacity,
  replicas: number | undefined,
  rollingUpdate: DeploymentPlan['rollingUpdate'],
): readonly string[] {
  if (replicas === undefined) {
    return [
      "'capacity' needs the fewest pods that are left, and 'replicasManagedBy' leaves their number open: give them as 'replicas'",
    ];
  }
  if (replicas < requiredReplicas) {
    return [
      `'replicas' (${replicas}) at ${perReplica} each do not carry the peak of ${peak}: give it at least ${requiredReplicas}`,
    ];
  }
  if (rollingUpdate === undefined) {
    return [
      `'strategy' (Recreate) leaves 0 of ${replicas} replicas during an update, and the peak of ${peak} needs ${requiredReplicas}: leave out 'strategy', or 'capacity'`,
    ];
  }
  const { maxSurge, maxUnavailable } = rollingUpdate;
  const { unavailable } = resolveDeployment(replicas, maxSurge, maxUnavailable);
  if (replicas - unavailable >= requiredReplicas) return [];
  return [
    `'maxUnavailable' (${maxUnavailable}) leaves ${replicas - unavailable} of ${replicas} replicas, and the peak of ${peak} needs ${requiredReplicas}: lower it to ${replicas - requiredReplicas}, or leave it out`,
  ];
}
