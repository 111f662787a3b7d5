import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { PodAmount } from '../lifecycle/pod-amount';
import { type Component, companionLabels, selectorLabels } from './labels';

/** Makes the PodDisruptionBudget of a workload: how many of its pods a node drain may take at once. */
export function disruptionBudgetOf(
  scope: Construct,
  name: string,
  component: Component,
  maxUnavailable: PodAmount,
  unhealthyPodEvictionPolicy: string,
): ApiObject {
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
      unhealthyPodEvictionPolicy,
      selector: { matchLabels: selectorLabels(name, component) },
    },
  });
}
