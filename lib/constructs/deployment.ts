import { ApiObject } from 'cdk8s';
import type * as kplus from 'cdk8s-plus-28';
import { type Component, selectorLabels } from './labels';
import type { RolloutPlan } from './plan/rollout-plan';
import { editFinalJson } from './synth/final-json';
import { isRecord } from './synth/merge';

/** What the spec of a Deployment states besides its pods. */
export interface DeploymentPlan {
  readonly name: string;
  readonly component: Component;
  readonly replicas: number;
  rollout(): RolloutPlan;
}

/** States replicas, selector and strategy in the final JSON. Replicas are left to an autoscaler where one owns them. */
export function finishDeployment(deployment: kplus.Deployment, plan: DeploymentPlan): void {
  editFinalJson(ApiObject.of(deployment), (json) => {
    const spec = isRecord(json.spec) ? json.spec : {};
    const { maxSurge, maxUnavailable, minReadySeconds, progressDeadlineSeconds, revisionHistoryLimit } = plan.rollout();
    if (deployment.hasAutoscaler) delete spec.replicas;
    else spec.replicas = plan.replicas;
    Object.assign(spec, {
      minReadySeconds,
      progressDeadlineSeconds,
      revisionHistoryLimit,
      selector: { matchLabels: selectorLabels(plan.name, plan.component) },
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge, maxUnavailable } },
    });
  });
}
