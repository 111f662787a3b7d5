/** What the Deployment controller reads of a ReplicaSet: its spec, and its status as last written. */
export interface ReplicaSetState {
  readonly spec: number;
  readonly available: number;
}

/** The fenceposts of a rolling update, resolved to numbers of pods. */
export interface Fenceposts {
  readonly replicas: number;
  readonly surge: number;
  readonly unavailable: number;
}

/** The sizes that one sync leaves behind; equal to those before where it decides nothing. */
export interface RollingStep {
  readonly newReplicas: number;
  /** Oldest first, as they were given. */
  readonly oldReplicas: readonly number[];
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

/**
 * How large the new ReplicaSet may be: as many pods as replicas and surge allow beside all others, by spec and not by
 * pods, so that terminating ones do not count.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/v1.34.0/pkg/controller/deployment/util/deployment_util.go NewRSNewReplicas
 */
export function newReplicaSetSize(
  { replicas, surge }: Fenceposts,
  current: number,
  oldReplicas: readonly number[],
): number {
  if (current > replicas) return replicas;
  const room = replicas + surge - current - sum(oldReplicas);
  return room <= 0 ? current : current + Math.min(room, replicas - current);
}

/**
 * One sync of a rolling update. The new ReplicaSet is scaled first, and if it changes the sync ends there, unless the
 * ReplicaSet was created by this sync, already sized (`created`); then the old ones are.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/v1.34.0/pkg/controller/deployment/rolling.go rolloutRolling
 */
export function rollingStep(
  fenceposts: Fenceposts,
  newest: ReplicaSetState,
  olds: readonly ReplicaSetState[],
  created = false,
): RollingStep {
  const oldSpecs = olds.map(({ spec }) => spec);
  const size = created ? newest.spec : newReplicaSetSize(fenceposts, newest.spec, oldSpecs);
  if (size !== newest.spec) return { newReplicas: size, oldReplicas: oldSpecs };
  return { newReplicas: size, oldReplicas: reconcileOld(fenceposts, newest, olds) };
}

function reconcileOld(
  { replicas, unavailable }: Fenceposts,
  newest: ReplicaSetState,
  olds: readonly ReplicaSetState[],
): readonly number[] {
  const specs = olds.map(({ spec }) => spec);
  if (sum(specs) === 0) return specs;
  const minAvailable = replicas - Math.min(unavailable, replicas);
  const newUnavailable = newest.spec - newest.available;
  const mayGo = newest.spec + sum(specs) - minAvailable - newUnavailable;
  if (mayGo <= 0) return specs;
  const cleaned = cleanUpUnhealthy(olds, mayGo);
  // A status that still counts more available pods than the spec asks for makes the controller give this sync up.
  if (cleaned === undefined) return specs;
  const available = newest.available + sum(olds.map((old) => old.available));
  return scaleDownOld(cleaned, available - minAvailable) ?? cleaned;
}

/** Takes away old pods that are not available, whatever the others are; undefined where a status is behind its spec. */
function cleanUpUnhealthy(olds: readonly ReplicaSetState[], limit: number): readonly number[] | undefined {
  const sizes: number[] = [];
  let done = 0;
  for (const { spec, available } of olds) {
    const cut = done >= limit || spec === 0 || spec === available ? 0 : Math.min(limit - done, spec - available);
    if (cut < 0) return undefined;
    sizes.push(spec - cut);
    done += cut;
  }
  return sizes;
}

/** Takes away available old pods as far as enough stay. The count of available pods is the one before the clean-up. */
function scaleDownOld(specs: readonly number[], budget: number): readonly number[] | undefined {
  if (budget <= 0) return undefined;
  let left = budget;
  return specs.map((spec) => {
    const cut = Math.min(spec, left);
    left -= cut;
    return spec - cut;
  });
}
