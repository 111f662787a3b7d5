import { type Fields, unlessEmpty } from '../fields';
import type { PodPlan } from '../plan/pod-plan';
import { containerJson } from './container';

/** The pod template of a workload. */
export function podTemplateJson(plan: PodPlan): Fields {
  return {
    metadata: {
      labels: plan.labels,
      ...(Object.keys(plan.annotations).length > 0 && { annotations: plan.annotations }),
    },
    spec: {
      ...plan.asGiven,
      containers: plan.containers.map(containerJson),
      initContainers: unlessEmpty(plan.initContainers.map(containerJson)),
      volumes: unlessEmpty(plan.volumes),
      os: plan.os && { name: plan.os },
      restartPolicy: plan.restartPolicy,
      terminationGracePeriodSeconds: plan.gracePeriodSeconds,
      securityContext: plan.security,
      serviceAccountName: plan.serviceAccountName,
      automountServiceAccountToken: plan.automountServiceAccountToken,
      imagePullSecrets: unlessEmpty(plan.imagePullSecrets.map((name) => ({ name }))),
      dnsPolicy: plan.dnsPolicy,
      topologySpreadConstraints: unlessEmpty(plan.topologySpread),
    },
  };
}
