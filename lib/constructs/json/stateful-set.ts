import { type Fields, unlessEmpty } from '../fields';
import { selectorLabels } from '../labels';
import type { StatefulSetPlan } from '../plan/stateful-set-plan';
import { podTemplateJson } from './pod';

/** The spec of a StatefulSet. */
export function statefulSetJson(plan: StatefulSetPlan): Fields {
  return {
    replicas: plan.replicas,
    serviceName: plan.serviceName,
    minReadySeconds: plan.minReadySeconds,
    revisionHistoryLimit: plan.revisionHistoryLimit,
    podManagementPolicy: plan.podManagementPolicy,
    persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Retain' },
    selector: { matchLabels: selectorLabels(plan.name, plan.component) },
    updateStrategy: {
      type: 'RollingUpdate',
      rollingUpdate: { partition: plan.partition, maxUnavailable: plan.maxUnavailable },
    },
    volumeClaimTemplates: unlessEmpty(plan.claims),
    template: podTemplateJson(plan.pod),
  };
}
