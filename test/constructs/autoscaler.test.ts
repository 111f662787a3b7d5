import { Duration } from 'cdk8s';
import {
  type AutoscalingOptions,
  KubernetesVersion,
  Metric,
  MetricTarget,
  ScalingPolicy,
  ScalingPolicySelect,
} from '../../lib';
import { admit } from '../../lib/admission';
import { service, synthOne } from './fixtures';

const autoscaler = (autoscaling: NonNullable<Parameters<typeof service>[2]>['autoscaling']) =>
  synthOne('HorizontalPodAutoscaler', (chart) => service(chart, 'cart', { autoscaling })).spec;

test('aims at CPU, and at memory where told', () => {
  expect(autoscaler({ maxReplicas: 9 }).metrics).toEqual([
    { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } } },
  ]);
  expect(autoscaler({ maxReplicas: 9, memoryUtilization: 70 }).metrics).toHaveLength(2);
});

test('goes down no faster than told', () => {
  expect(
    autoscaler({ maxReplicas: 9, scaleDownStabilization: Duration.minutes(10) }).behavior.scaleDown
      .stabilizationWindowSeconds,
  ).toBe(600);
});

test('the most is not below the least', () => {
  expect(() => autoscaler({ minReplicas: 5, maxReplicas: 4 })).toThrow(
    "'maxReplicas' (4) is below 'minReplicas' (5): raise it, or lower 'minReplicas'",
  );
});

const ROLLOUT = { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', name: 'cart' };
const full: AutoscalingOptions = {
  maxReplicas: 9,
  metrics: [
    Metric.containerResource('cart', 'cpu', MetricTarget.utilization(70)),
    Metric.pods('requests_per_second', MetricTarget.averageValue('100'), { matchLabels: { verb: 'GET' } }),
    Metric.object(
      { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', name: 'shop' },
      'requests',
      MetricTarget.value('2k'),
    ),
    Metric.external('queue_length', MetricTarget.averageValue('30')),
  ],
  behavior: {
    scaleUp: {
      stabilization: Duration.seconds(0),
      policies: [ScalingPolicy.pods(4, Duration.seconds(60)), ScalingPolicy.percent(100, Duration.seconds(60))],
      selectPolicy: ScalingPolicySelect.MIN,
    },
    scaleDown: { policies: [ScalingPolicy.percent(10, Duration.minutes(1))] },
  },
  target: ROLLOUT,
};

test('metrics of every kind, speeds in both directions and another target stand as the API server takes them', () => {
  const manifest = synthOne('HorizontalPodAutoscaler', (chart) => service(chart, 'cart', { autoscaling: full }));
  expect(admit(manifest, KubernetesVersion.V1_30)).toEqual([]);
  expect(manifest.spec).toMatchObject({
    scaleTargetRef: ROLLOUT,
    metrics: [
      {
        type: 'ContainerResource',
        containerResource: { name: 'cpu', container: 'cart', target: { type: 'Utilization', averageUtilization: 70 } },
      },
      {
        type: 'Pods',
        pods: {
          metric: { name: 'requests_per_second', selector: { matchLabels: { verb: 'GET' } } },
          target: { type: 'AverageValue', averageValue: '100' },
        },
      },
      { type: 'Object', object: { describedObject: { kind: 'Ingress' }, target: { type: 'Value', value: '2k' } } },
      { type: 'External', external: { metric: { name: 'queue_length' }, target: { averageValue: '30' } } },
    ],
    behavior: {
      scaleUp: {
        stabilizationWindowSeconds: 0,
        policies: [
          { type: 'Pods', value: 4, periodSeconds: 60 },
          { type: 'Percent', value: 100, periodSeconds: 60 },
        ],
        selectPolicy: 'Min',
      },
      scaleDown: { stabilizationWindowSeconds: 300, policies: [{ type: 'Percent', value: 10, periodSeconds: 60 }] },
    },
  });
});

test('CPU is looked at besides metrics where it is asked for', () => {
  const { metrics } = autoscaler({ ...full, cpuUtilization: 60 });
  expect(metrics.map(({ type }: { type: string }) => type)[0]).toBe('Resource');
  expect(metrics).toHaveLength(5);
});

test.each([
  [
    () => Metric.pods('rps', MetricTarget.utilization(80)),
    "Metric.pods: 'target' (utilization 80%) is of no use here: give MetricTarget.averageValue",
  ],
  [
    () => Metric.resource('cpu', MetricTarget.value('500m')),
    "Metric.resource: 'target' (value 500m) is of no use here: give MetricTarget.utilization or MetricTarget.averageValue",
  ],
  [
    () => Metric.external('queue', 30 as never),
    "Metric.external: 'target' (30) must be a MetricTarget: write MetricTarget.averageValue('30')",
  ],
  [() => ScalingPolicy.pods(4, Duration.hours(1)), "ScalingPolicy.pods: 'period' (3600s) must be from 1 s to 1800 s"],
  [
    () => ScalingPolicy.percent(0, Duration.seconds(60)),
    "ScalingPolicy.percent: 'percent' (0) must be a whole number, 1 or more",
  ],
  [
    () => autoscaler({ maxReplicas: 9, behavior: { scaleUp: { stabilization: Duration.hours(2) } } }),
    "'behavior.scaleUp.stabilization' (7200s) must be at most 3600 s: lower it",
  ],
  [
    () => autoscaler({ maxReplicas: 9, behavior: { scaleUp: { policies: [] } } }),
    "'behavior.scaleUp.policies' is empty: give one, or leave it out",
  ],
  [
    () =>
      autoscaler({
        maxReplicas: 9,
        scaleDownStabilization: Duration.seconds(60),
        behavior: { scaleDown: { stabilization: Duration.seconds(90) } },
      }),
    "'scaleDownStabilization' (60s) and 'behavior.scaleDown.stabilization' (90s) differ: give one of them",
  ],
])('bad values are told: %#', (make, message) => {
  expect(make).toThrow(new Error(message));
});
