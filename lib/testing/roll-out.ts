import { ManifestSet } from '../kubernetes/set/manifest-set';
import { describeRef } from '../kubernetes/views/manifest';
import { boundsOf } from '../rollout/bounds/bounds';
import { counterexampleOf } from '../rollout/bounds/counterexample';
import type { Plan, RolloutEvent } from '../rollout/plan';
import { planOf } from '../rollout/reading/read-plan';
import { readScenario, type Scenario } from '../rollout/reading/scenario';
import { manifestsOf, type Subject } from './manifests-of';
import type { MatcherResult } from './matcher-result';

/** A scenario of the rollout simulator, and what the cluster runs before the rollout. */
export interface RollOutOptions extends Scenario {
  /** @default - pods of the same templates */
  readonly from?: Subject;
}

/**
 * Passes where no workload of an App, a Chart or manifests can lose a request in its rollout (or in the scenario's event),
 * and none can stall, with every assumption at its maximum.
 *
 * @throws if the scenario cannot be read, or no workload rolls anything out
 */
export function toRollOutWithoutLoss(received: unknown, options: RollOutOptions = {}): MatcherResult {
  const { from, ...given } = options;
  const scenario = readScenario(given);
  const { event = 'rollout' } = scenario;
  const { manifests, isMeant } = manifestsOf(received);
  const set = ManifestSet.of(manifests);
  const before = from === undefined ? undefined : ManifestSet.of(manifestsOf(from).manifests);
  const plans = set.objects
    .filter((_, index) => isMeant(index))
    .map((object) => planOf(set, object, { scenario, from: before }))
    .filter((plan) => plan !== undefined);
  if (plans.length === 0)
    throw new Error('expected a Deployment, StatefulSet or DaemonSet with pods, and there is none');
  const failing = plans.filter((plan) => boundsOf(plan, event).verdict !== 'no-loss');
  return {
    pass: failing.length === 0,
    message: () =>
      failing.length === 0
        ? `expected a ${event} that can lose requests or stall, and none of ${plans.length} can`
        : `expected no ${event} that can lose requests or stall, and ${failing.length} of ${plans.length} can:\n\n${failing.map((plan) => tell(plan, event)).join('\n\n')}`,
  };
}

function tell(plan: Plan, event: RolloutEvent): string {
  const { hazards, stalls } = boundsOf(plan, event);
  const story = counterexampleOf(plan, event, hazards)?.story ?? [];
  return [
    describeRef(plan.object),
    ...stalls.map((reason) => `  stalls: ${reason}`),
    ...hazards.flatMap(({ cause, why, fix }) => [`  ${cause}: ${why}`, `    -> ${fix}`]),
    ...story.map(({ atSeconds, text }) => `  ${`${atSeconds.toFixed(1)} s`.padStart(9)}  ${text}`),
  ].join('\n');
}
