import { Duration } from 'cdk8s';
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
