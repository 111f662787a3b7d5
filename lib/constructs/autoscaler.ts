import { ApiObject, type Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import { checkCount } from '../lifecycle/arithmetic/numbers';
import { secondsOf } from '../lifecycle/arithmetic/seconds';
import { type Component, companionLabels } from './labels';

/** How the number of replicas follows the load. */
export interface AutoscalingOptions {
  /**
   * Least replicas.
   * @default - the replicas of the construct
   */
  readonly minReplicas?: number;
  /** Most replicas. */
  readonly maxReplicas: number;
  /**
   * CPU use that is aimed at, in percent of the request.
   * @default 80
   */
  readonly cpuUtilization?: number;
  /**
   * Memory use that is aimed at, in percent of the request.
   * @default - memory is not looked at
   */
  readonly memoryUtilization?: number;
  /**
   * How long the load must be low before pods are taken away.
   * @default Duration.seconds(300)
   */
  readonly scaleDownStabilization?: Duration;
}

/** Makes the HorizontalPodAutoscaler of a workload. */
export function autoscalerOf(
  scope: Construct,
  name: string,
  component: Component,
  kind: 'Deployment' | 'StatefulSet',
  options: AutoscalingOptions,
  replicas: number,
): ApiObject {
  const minReplicas = checkCount(options.minReplicas ?? replicas, 'minReplicas', 1);
  const maxReplicas = checkCount(options.maxReplicas, 'maxReplicas', 1);
  if (maxReplicas < minReplicas) {
    throw new Error(
      `'maxReplicas' (${maxReplicas}) is below 'minReplicas' (${minReplicas}): raise it, or lower 'minReplicas'`,
    );
  }
  const metric = (resource: string, utilization: number) => ({
    type: 'Resource',
    resource: {
      name: resource,
      target: { type: 'Utilization', averageUtilization: checkCount(utilization, `${resource}Utilization`, 1) },
    },
  });
  return new ApiObject(scope, 'Autoscaler', {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name, labels: companionLabels(name, component) },
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind, name },
      minReplicas,
      maxReplicas,
      metrics: [
        metric('cpu', options.cpuUtilization ?? 80),
        ...(options.memoryUtilization === undefined ? [] : [metric('memory', options.memoryUtilization)]),
      ],
      behavior: {
        scaleDown: {
          stabilizationWindowSeconds:
            options.scaleDownStabilization === undefined
              ? 300
              : secondsOf(options.scaleDownStabilization, 'scaleDownStabilization'),
        },
      },
    },
  });
}
