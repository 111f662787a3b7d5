import { hasFeature } from '../kubernetes/versions/features';
import type { KubernetesVersion } from '../kubernetes/versions/kubernetes-version';
import { integerOf, type JsonObject, objectOf, stringOf } from '../kubernetes/views/json';
import type { Workload, WorkloadKind } from '../kubernetes/views/workload';
import { resolveDaemonSet, resolveDeployment, resolveStatefulSet } from '../lifecycle/arithmetic/rounding';

/** How a workload replaces its pods, after defaulting. */
export interface UpdateStrategy {
  /** The name in the field's own words; an Argo Rollout is `Canary` or `BlueGreen`. */
  readonly type: string;
  /** Field path of the strategy, whether it is written or not. */
  readonly path: string;
  /** What holds maxSurge and maxUnavailable, and its field path. */
  readonly rolling: JsonObject;
  readonly rollingPath: string;
}

/** A rolling update, resolved for a number of pods. */
export interface RollingUpdatePlan {
  /** Pods that may be added beyond the desired number. */
  readonly surge: number;
  /** Pods that may be missing, 0 to all of them. */
  readonly unavailable: number;
  /** StatefulSet: pods with a lower ordinal keep the old template. 0 for other kinds. */
  readonly partition: number;
}

const DEPLOYMENT_LIKE: ReadonlySet<WorkloadKind> = new Set(['Deployment', 'Rollout', 'DeploymentConfig']);

/** Tells whether a kind replaces pods through a surge, as a Deployment does. */
export function isDeploymentLike({ kind }: Workload): boolean {
  return DEPLOYMENT_LIKE.has(kind);
}

/** Reads the update strategy; undefined for kinds that have none. */
export function updateStrategyOf({ kind, spec }: Workload): UpdateStrategy | undefined {
  switch (kind) {
    case 'Deployment':
      return read('spec.strategy', objectOf(spec.strategy), 'RollingUpdate', 'rollingUpdate');
    case 'DeploymentConfig':
      return read('spec.strategy', objectOf(spec.strategy), 'Rolling', 'rollingParams');
    case 'StatefulSet':
    case 'DaemonSet':
      return read('spec.updateStrategy', objectOf(spec.updateStrategy), 'RollingUpdate', 'rollingUpdate');
    case 'Rollout': {
      const written = objectOf(spec.strategy);
      const key = written.blueGreen !== undefined && written.blueGreen !== null ? 'blueGreen' : 'canary';
      return { ...read('spec.strategy', written, '', key), type: key === 'canary' ? 'Canary' : 'BlueGreen' };
    }
    default:
      return undefined;
  }
}

function read(path: string, written: JsonObject, type: string, key: string): UpdateStrategy {
  return {
    type: stringOf(written.type) || type,
    path,
    rolling: objectOf(written[key]),
    rollingPath: `${path}.${key}`,
  };
}

/**
 * Resolves a rolling update for a number of pods (of a DaemonSet: nodes), as the controller of the version does;
 * undefined where the workload is not updated by rolling. A null field counts as left out.
 */
export function rollingUpdateOf(
  workload: Workload,
  pods: number,
  version: KubernetesVersion,
): RollingUpdatePlan | undefined {
  const strategy = updateStrategyOf(workload);
  if (strategy === undefined || !ROLLS.has(strategy.type)) return undefined;
  const { kind } = workload;
  const { rolling } = strategy;
  const maxSurge = rolling.maxSurge ?? undefined;
  const maxUnavailable = rolling.maxUnavailable ?? undefined;
  if (kind === 'StatefulSet') {
    const unavailable = honoursMaxUnavailable(version) ? Math.min(pods, resolveStatefulSet(pods, maxUnavailable)) : 1;
    return { surge: 0, unavailable, partition: Math.max(0, integerOf(rolling.partition) ?? 0) };
  }
  const resolve = kind === 'DaemonSet' ? resolveDaemonSet : resolveDeployment;
  const { surge, unavailable } = resolve(pods, maxSurge, maxUnavailable);
  return { surge: Math.max(0, surge), unavailable: Math.max(0, unavailable), partition: 0 };
}

const ROLLS: ReadonlySet<string> = new Set(['RollingUpdate', 'Rolling', 'Canary']);

/**
 * Tells whether the StatefulSet controller of a version reads maxUnavailable; one that does not replaces one pod at a time.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/v1.37.2/pkg/features/kube_features.go MaxUnavailableStatefulSet
 */
export function honoursMaxUnavailable(version: KubernetesVersion): boolean {
  return hasFeature('MaxUnavailableStatefulSet', version);
}

/**
 * The fewest pods that a rolling update leaves of what runs, by the controller's own doing. A DaemonSet that surges, and
 * a StatefulSet of which the partition holds all pods back, miss none.
 */
export function podsLeftBy(
  { surge, unavailable, partition }: RollingUpdatePlan,
  kind: WorkloadKind,
  pods: number,
): number {
  if (kind === 'DaemonSet' && surge > 0) return pods;
  return Math.max(0, pods - Math.min(unavailable, Math.max(0, pods - partition)));
}
