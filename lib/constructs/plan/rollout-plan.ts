import type { Duration } from 'cdk8s';
import { checkCount } from '../../lifecycle/arithmetic/numbers';
import { type IntOrPercent, resolveDeployment } from '../../lifecycle/arithmetic/rounding';
import { secondsOf } from '../../lifecycle/arithmetic/seconds';
import type { Conflict } from '../../lifecycle/conflict';
import { DEFAULTS } from '../../lifecycle/documented-defaults';
import type { Capacity } from '../../lifecycle/values/capacity';
import type { HealthChecks } from '../../lifecycle/values/health-checks';
import { defaultMaxUnavailable, type RollingUpdate } from '../../lifecycle/values/rolling-update';
import type { TrafficRoute } from '../../lifecycle/values/traffic-route';

/** What a construct was told about how its pods are replaced. */
export interface RolloutProps {
  readonly rollingUpdate?: RollingUpdate;
  readonly capacity?: Capacity;
  readonly minReady?: Duration;
  readonly progressDeadline?: Duration;
  readonly revisionHistoryLimit?: number;
}

/** How the pods of a Deployment are replaced, with every number known; times in seconds. */
export interface RolloutPlan {
  readonly maxSurge: IntOrPercent;
  readonly maxUnavailable: IntOrPercent;
  readonly minReadySeconds: number;
  readonly progressDeadlineSeconds: number;
  readonly revisionHistoryLimit: number;
  readonly conflicts: ReadonlyArray<string | Conflict>;
}

/**
 * How long a pod must be Ready before it counts as available. A balancer that sends to pods must know a new one before
 * an old one goes; other routers learn of it in seconds.
 */
export function minReadyOf(given: Duration | undefined, route: TrafficRoute | undefined): number {
  if (given !== undefined) return secondsOf(given, 'minReady');
  const registration = route?._hasPodTargets ? route._registrationSeconds : 0;
  return Math.max(DEFAULTS.minReady.value, registration);
}

/**
 * Fills in what is left out. With a declared capacity, only as many pods may be missing as the peak leaves over.
 */
export function planRollout(
  props: RolloutProps,
  replicas: number,
  health: HealthChecks | undefined,
  route: TrafficRoute | undefined,
): RolloutPlan {
  const { rollingUpdate, capacity } = props;
  const spare = capacity === undefined ? undefined : Math.max(0, replicas - capacity.requiredReplicas);
  const maxSurge = rollingUpdate?._maxSurge?._value ?? DEFAULTS.maxSurge.value;
  const byDefault = spare ?? defaultMaxUnavailable(replicas);
  const maxUnavailable = rollingUpdate?._maxUnavailable?._value ?? byDefault;
  const minReadySeconds = minReadyOf(props.minReady, route);
  const needed = (health?._startupBudget ?? 0) + minReadySeconds;
  // The deadline must be strictly above minReady, and a pod that uses its whole start-up budget must not miss it.
  const progressDeadlineSeconds =
    props.progressDeadline === undefined
      ? Math.max(DEFAULTS.progressDeadline.value, needed + DEFAULTS.progressHeadroom.value)
      : secondsOf(props.progressDeadline, 'progressDeadline');
  const revisionHistoryLimit = checkCount(
    props.revisionHistoryLimit ?? DEFAULTS.revisionHistory.value,
    'revisionHistoryLimit',
  );
  return {
    maxSurge,
    maxUnavailable,
    minReadySeconds,
    progressDeadlineSeconds,
    revisionHistoryLimit,
    conflicts: [
      ...capacityConflicts(capacity, replicas, maxSurge, maxUnavailable),
      ...(progressDeadlineSeconds <= minReadySeconds
        ? [
            {
              message: `'progressDeadline' (${progressDeadlineSeconds}s) must be greater than 'minReady' (${minReadySeconds}s)`,
              workload: ['progressDeadlineSeconds', 'minReadySeconds'],
            },
          ]
        : []),
    ],
  };
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
