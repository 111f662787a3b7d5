import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { DEFAULTS } from '../lifecycle/documented-defaults';
import { DisruptionBudget } from '../lifecycle/values/disruption-budget';
import { PodAmount } from '../lifecycle/values/pod-amount';
import { type Component, companionLabels, selectorLabels } from './labels';
import { Synthesis } from './synth/synthesis';

/**
 * Makes the PodDisruptionBudget of a workload: how many of its pods a node drain may take at once.
 *
 * @param given what the construct or its Profile says; by default one pod
 * @returns undefined where there shall be none: the rule that asks for one is then acknowledged
 */
export function disruptionBudgetOf(
  scope: Construct,
  name: string,
  component: Component,
  given: DisruptionBudget | undefined,
): ApiObject | undefined {
  const { maxUnavailable: count, unhealthyPodEvictionPolicy } = DEFAULTS.disruptionBudget.value;
  const { _limit: limit, _reason: reason } = given ?? DisruptionBudget.maxUnavailable(PodAmount.pods(count));
  if (reason !== undefined) {
    Synthesis.of(scope).acknowledge({ scope, rule: 'budget-exists', reason, isImplied: true });
  }
  if (limit === undefined) return undefined;
  return new ApiObject(scope, 'DisruptionBudget', {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name, labels: companionLabels(name, component) },
    spec: {
      ...Object.fromEntries(Object.entries(limit).map(([field, amount]) => [field, amount._value])),
      // An unready pod of a database may be the one that holds the data.
      unhealthyPodEvictionPolicy:
        component === 'stateful' ? DEFAULTS.statefulEvictionPolicy.value : unhealthyPodEvictionPolicy,
      selector: { matchLabels: selectorLabels(name, component) },
    },
  });
}
