import { API_DEFAULTS } from '../../kubernetes/versions/api-defaults';

/** An int-or-percentage as Kubernetes writes it: `2` or `"25%"`. */
export type IntOrPercent = number | string;

/** Reads `"25%"` as 25; undefined for anything but a percentage. */
export function percentOf(value: unknown): number | undefined {
  const match = typeof value === 'string' ? /^(\d+)%$/.exec(value) : null;
  return match === null ? undefined : Number(match[1]);
}

/** Resolves a number or percentage of a total. Anything else resolves to undefined. */
export function resolve(value: unknown, total: number, rounding: 'up' | 'down'): number | undefined {
  if (typeof value === 'number') return Number.isInteger(value) ? value : undefined;
  const percent = percentOf(value);
  if (percent === undefined) return undefined;
  // Whole-number arithmetic, as in GetScaledValueFromIntOrPercent: 0.07 * 100 is not 7 in floating point.
  return rounding === 'up' ? Math.ceil((percent * total) / 100) : Math.floor((percent * total) / 100);
}

/**
 * How many pods a Deployment's rolling update may add and may miss: maxSurge rounds up, maxUnavailable down; where both
 * come to 0, one pod may be missing; never more than there are.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/master/pkg/controller/deployment/util/deployment_util.go ResolveFenceposts
 */
export function resolveDeployment(
  replicas: number,
  maxSurge: unknown = API_DEFAULTS.deployment.maxSurge,
  maxUnavailable: unknown = API_DEFAULTS.deployment.maxUnavailable,
): { readonly surge: number; readonly unavailable: number } {
  const surge = resolve(maxSurge, replicas, 'up') ?? 0;
  const unavailable = resolve(maxUnavailable, replicas, 'down') ?? 0;
  return { surge, unavailable: Math.min(surge === 0 && unavailable === 0 ? 1 : unavailable, replicas) };
}

/** How many nodes of a DaemonSet may surge or miss their pod: both round up; where both come to 0, one may be missing. */
export function resolveDaemonSet(
  nodes: number,
  maxSurge: unknown = API_DEFAULTS.daemonSet.maxSurge,
  maxUnavailable: unknown = API_DEFAULTS.daemonSet.maxUnavailable,
): { readonly surge: number; readonly unavailable: number } {
  const surge = resolve(maxSurge, nodes, 'up') ?? 0;
  const unavailable = resolve(maxUnavailable, nodes, 'up') ?? 0;
  return { surge, unavailable: surge === 0 && unavailable === 0 ? 1 : unavailable };
}

/** How many pods of a StatefulSet may be missing, where its maxUnavailable is honoured: rounds down, at least 1. */
export function resolveStatefulSet(
  replicas: number,
  maxUnavailable: unknown = API_DEFAULTS.statefulSet.maxUnavailable,
): number {
  return Math.max(1, resolve(maxUnavailable, replicas, 'down') ?? 1);
}

/** How many pods a PodDisruptionBudget lets go while all are healthy: both of its numbers round up. */
export function allowedDisruptions(
  pods: number,
  budget: { readonly minAvailable?: unknown; readonly maxUnavailable?: unknown },
): number {
  const maxUnavailable = resolve(budget.maxUnavailable, pods, 'up');
  if (maxUnavailable !== undefined) return Math.min(pods, maxUnavailable);
  const minAvailable = resolve(budget.minAvailable, pods, 'up') ?? 0;
  return Math.max(0, pods - minAvailable);
}
