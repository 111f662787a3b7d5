import type { Fields } from '../fields';
import { selectorLabels } from '../labels';
import type { DaemonSetPlan } from '../plan/daemon-set-plan';
import { podTemplateJson } from './pod';

/** The spec of a DaemonSet. */
export function daemonSetJson(plan: DaemonSetPlan): Fields {
  const { maxSurge, maxUnavailable } = plan;
  return {
    minReadySeconds: plan.minReadySeconds,
    revisionHistoryLimit: plan.revisionHistoryLimit,
    selector: { matchLabels: selectorLabels(plan.name, plan.component) },
    updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge, maxUnavailable } },
    template: podTemplateJson(plan.pod),
  };
}
