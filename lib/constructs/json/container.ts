import { handlerJson } from '../../lifecycle/values/handler-spec';
import { type Fields, unlessEmpty } from '../fields';
import type { ContainerPlan, PlannedProbe } from '../plan/container-plan';
import type { PortOptions } from '../running-container-options';

/** A container of a pod spec. */
export function containerJson(plan: ContainerPlan): Fields {
  const { readiness, liveness, startup, postStart, preStop, stopSignal } = plan;
  return {
    name: plan.name,
    image: plan.image,
    imagePullPolicy: plan.imagePullPolicy,
    command: plan.command,
    args: plan.args,
    workingDir: plan.workingDir,
    ports: unlessEmpty(plan.ports.map(portJson)),
    env: unlessEmpty(plan.env),
    envFrom: unlessEmpty(plan.envFrom),
    resizePolicy: unlessEmpty(
      Object.entries(plan.resizePolicy).map(([resourceName, restartPolicy]) => ({ resourceName, restartPolicy })),
    ),
    resources: { requests: plan.requests, limits: plan.limits },
    securityContext: plan.security,
    // Kubernetes allows a success threshold other than 1 to readiness alone.
    readinessProbe: readiness && { ...probeJson(readiness), successThreshold: readiness.timing.successThreshold },
    livenessProbe: liveness && probeJson(liveness),
    startupProbe: startup && probeJson(startup),
    lifecycle: (postStart ?? preStop ?? stopSignal) && {
      postStart: postStart && handlerJson(postStart),
      preStop: preStop && handlerJson(preStop),
      stopSignal,
    },
    volumeMounts: unlessEmpty(plan.mounts.map(({ mount }) => mount)),
    restartPolicy: plan.restartPolicy,
  };
}

function portJson({ name, port, protocol = 'TCP', hostPort }: PortOptions): Fields {
  return { name, containerPort: port, protocol, hostPort };
}

function probeJson({ handler, timing, terminationGracePeriodSeconds }: PlannedProbe): Fields {
  const { initialDelaySeconds, periodSeconds, timeoutSeconds, failureThreshold } = timing;
  return {
    ...handlerJson(handler),
    initialDelaySeconds,
    periodSeconds,
    timeoutSeconds,
    failureThreshold,
    terminationGracePeriodSeconds,
  };
}
