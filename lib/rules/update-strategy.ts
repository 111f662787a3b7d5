import { hasFeature } from '../kubernetes/features';
import { type JsonObject, objectOf, stringOf } from '../kubernetes/json';
import type { KubernetesVersion } from '../kubernetes/kubernetes-version';
import type { Workload, WorkloadKind } from '../kubernetes/workload';
import { resolveDeployment, resolveStatefulSet } from '../lifecycle/rounding';

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

/** How many pods a rolling update may add and may miss; undefined where the workload is not updated by rolling. */
export function resolveRolling(
  workload: Workload,
  replicas: number,
  version: KubernetesVersion,
): { readonly surge: number; readonly unavailable: number } | undefined {
  const strategy = updateStrategyOf(workload);
  if (strategy === undefined || workload.kind === 'DaemonSet') return undefined;
  const { maxSurge, maxUnavailable } = strategy.rolling;
  switch (strategy.type) {
    case 'RollingUpdate':
      if (workload.kind === 'StatefulSet') {
        const isHonoured = hasFeature('MaxUnavailableStatefulSet', version);
        return { surge: 0, unavailable: isHonoured ? resolveStatefulSet(replicas, maxUnavailable ?? 1) : 1 };
      }
      return resolveDeployment(replicas, maxSurge ?? undefined, maxUnavailable ?? undefined);
    case 'Rolling':
    case 'Canary':
      return resolveDeployment(replicas, maxSurge ?? undefined, maxUnavailable ?? undefined);
    default:
      return undefined;
  }
}
