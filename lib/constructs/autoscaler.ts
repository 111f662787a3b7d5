import { ApiObject, type Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import { checkCount } from '../lifecycle/arithmetic/numbers';
import { secondsOf } from '../lifecycle/arithmetic/seconds';
import { DEFAULTS } from '../lifecycle/documented-defaults';
import { type CrossVersionObjectReference, Metric } from '../lifecycle/values/metric';
import { MetricTarget } from '../lifecycle/values/metric-target';
import { type ScalingBehavior, scalingRulesJson } from '../lifecycle/values/scaling-rules';
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
   * @default - 80; with `metrics`, CPU is not looked at
   */
  readonly cpuUtilization?: number;
  /**
   * Memory use that is aimed at, in percent of the request.
   * @default - memory is not looked at
   */
  readonly memoryUtilization?: number;
  /**
   * Further metrics to follow.
   * @default - nothing
   */
  readonly metrics?: Metric[];
  /**
   * How long the load must be low before pods are taken away; short for `stabilization` of `behavior.scaleDown`.
   * @default Duration.seconds(300)
   */
  readonly scaleDownStabilization?: Duration;
  /**
   * How fast the number of pods follows the load.
   * @default - up as the autoscaler does by itself, down after `scaleDownStabilization`
   */
  readonly behavior?: ScalingBehavior;
  /**
   * The object to scale where something else runs the pods, such as an Argo Rollout. The workload then states its replicas
   * itself.
   * @default - the workload of the construct
   */
  readonly target?: CrossVersionObjectReference;
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
  return new ApiObject(scope, 'Autoscaler', {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name, labels: companionLabels(name, component) },
    spec: {
      scaleTargetRef: { ...(options.target ?? { apiVersion: 'apps/v1', kind, name }) },
      minReplicas,
      maxReplicas,
      metrics: metricsOf(options).map(({ _json }) => _json),
      behavior: behaviorOf(options),
    },
  });
}

function metricsOf({ cpuUtilization, memoryUtilization, metrics = [] }: AutoscalingOptions): readonly Metric[] {
  const cpu = cpuUtilization ?? (metrics.length === 0 ? DEFAULTS.autoscalerCpuUtilization.value : undefined);
  const used = (resource: string, percent: number | undefined) =>
    percent === undefined ? [] : [Metric.resource(resource, MetricTarget.utilization(percent))];
  return [...used('cpu', cpu), ...used('memory', memoryUtilization), ...metrics];
}

function behaviorOf({ behavior = {}, scaleDownStabilization }: AutoscalingOptions): Readonly<Record<string, unknown>> {
  const { scaleUp, scaleDown = {} } = behavior;
  const short = scaleDownStabilization && secondsOf(scaleDownStabilization, 'scaleDownStabilization');
  const long = scaleDown.stabilization && secondsOf(scaleDown.stabilization, 'stabilization');
  if (short !== undefined && long !== undefined && short !== long) {
    throw new Error(
      `'scaleDownStabilization' (${short}s) and 'behavior.scaleDown.stabilization' (${long}s) differ: give one of them`,
    );
  }
  const stabilizationWindowSeconds = short ?? DEFAULTS.autoscalerScaleDownStabilization.value;
  return {
    ...(scaleUp !== undefined && { scaleUp: scalingRulesJson(scaleUp, 'scaleUp') }),
    scaleDown: { stabilizationWindowSeconds, ...scalingRulesJson(scaleDown, 'scaleDown') },
  };
}
