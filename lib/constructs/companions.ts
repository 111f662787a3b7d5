import type { ApiObject } from 'cdk8s';
import type * as kplus from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { autoscalerOf } from './autoscaler';
import { disruptionBudgetOf } from './disruption-budget';
import type { DeploymentPlan } from './plan/deployment-plan';
import type { WorkloadPlan } from './plan/workload-plan';
import type { DeploymentOptions } from './props/deployment-options';
import type { ReplicatedOptions } from './props/workload-options';
import type { Made } from './recipe';

/** Makes the PodDisruptionBudget of what has replicas; undefined where there shall be none. */
export function budgetFor(
  scope: Construct,
  { name, component, profile }: Made<WorkloadPlan>,
  props: ReplicatedOptions,
): ApiObject | undefined {
  return disruptionBudgetOf(scope, name, component, props.disruptionBudget ?? profile.disruptionBudget);
}

/** Makes the HorizontalPodAutoscaler that was asked for, which then owns the number of pods; undefined where none was. */
export function autoscalerFor(
  scope: Construct,
  { name, component, plan, workload }: Made<DeploymentPlan, kplus.Deployment>,
  { autoscaling }: DeploymentOptions,
): ApiObject | undefined {
  if (autoscaling === undefined) return undefined;
  if (autoscaling.target === undefined) workload.markHasAutoscaler();
  return autoscalerOf(scope, name, component, 'Deployment', autoscaling, plan.replicas ?? 1);
}
