import { checkCount } from '../../lifecycle/arithmetic/numbers';
import { secondsOf } from '../../lifecycle/arithmetic/seconds';
import { DEFAULTS } from '../../lifecycle/documented-defaults';
import { RouteTargets } from '../../lifecycle/routes/targets';
import type { ReplicatedOptions, RollingOptions } from '../props/workload-options';
import type { Facts } from './facts';

/** What is decided about every rolling update; times in seconds. */
export interface RollingPlan {
  readonly minReadySeconds: number;
  readonly revisionHistoryLimit: number;
}

/**
 * A balancer that sends to pods must know a new one before an old one goes, so a new one waits for its registration;
 * other routers learn of it in seconds.
 */
export function planRolling({ minReady, revisionHistoryLimit }: RollingOptions, { route }: Facts): RollingPlan {
  const registration = route?.targets === RouteTargets.PODS ? route.registrationLag.toSeconds() : 0;
  return {
    minReadySeconds:
      minReady === undefined ? Math.max(DEFAULTS.minReady.value, registration) : secondsOf(minReady, 'minReady'),
    revisionHistoryLimit: checkCount(revisionHistoryLimit ?? DEFAULTS.revisionHistory.value, 'revisionHistoryLimit'),
  };
}

/** The number of pods: the construct's own, else the Profile's. */
export function planReplicas({ replicas }: ReplicatedOptions, facts: Facts): number {
  return checkCount(replicas ?? facts.replicas ?? DEFAULTS.replicas.value, 'replicas');
}
