import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { DEFAULTS } from '../lifecycle/documented-defaults';
import { PodAmount } from '../lifecycle/values/pod-amount';
import { type Component, companionLabels, selectorLabels } from './labels';

/**
 * Makes the PodDisruptionBudget of a workload: how many of its pods a node drain may take at once.
 *
 * @param given what the construct or its Profile says; by default one pod
 * @throws if it lets none go
 */
export function disruptionBudgetOf(
  scope: Construct,
  name: string,
  component: Component,
  given: PodAmount | undefined,
): ApiObject {
  const { maxUnavailable: count, unhealthyPodEvictionPolicy } = DEFAULTS.disruptionBudget.value;
  const maxUnavailable = given ?? PodAmount.pods(count);
  if (maxUnavailable._isZero) {
    throw new Error(
      `'disruptionBudget' (${maxUnavailable}) would block every node drain: allow at least one pod to go`,
    );
  }
  return new ApiObject(scope, 'DisruptionBudget', {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name, labels: companionLabels(name, component) },
    spec: {
      maxUnavailable: maxUnavailable._value,
      // An unready pod of a database may be the one that holds the data.
      unhealthyPodEvictionPolicy:
        component === 'stateful' ? DEFAULTS.statefulEvictionPolicy.value : unhealthyPodEvictionPolicy,
      selector: { matchLabels: selectorLabels(name, component) },
    },
  });
}
