import type { Fields } from '../fields';
import { selectorLabels } from '../labels';
import type { DeploymentPlan } from '../plan/deployment-plan';
import { podTemplateJson } from './pod';

/** The spec of a Deployment. */
export function deploymentJson(plan: DeploymentPlan): Fields {
  const { rollingUpdate } = plan;
  return {
    replicas: plan.replicas,
    minReadySeconds: plan.minReadySeconds,
    progressDeadlineSeconds: plan.progressDeadlineSeconds,
    revisionHistoryLimit: plan.revisionHistoryLimit,
    selector: { matchLabels: selectorLabels(plan.name, plan.component) },
    strategy: rollingUpdate ? { type: 'RollingUpdate', rollingUpdate } : { type: 'Recreate' },
    template: podTemplateJson(plan.pod),
  };
}
