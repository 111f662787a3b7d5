import { Duration } from 'cdk8s';
import { HealthChecks } from '../../lib';
import { newChart, synthesize, synthOne, worker } from './fixtures';

test('emits a Deployment and its PodDisruptionBudget, and no Service', () => {
  const chart = newChart();
  worker(chart);
  expect(synthesize(chart).map(({ kind }) => kind)).toEqual(['Deployment', 'PodDisruptionBudget']);
});

test('stops at once, with a grace period that holds the longest message', () => {
  const spec = synthOne('Deployment', (chart) => worker(chart)).spec.template.spec;
  expect(spec.containers[0]).not.toHaveProperty('lifecycle');
  expect(spec.terminationGracePeriodSeconds).toBe(60);
  const slow = synthOne('Deployment', (chart) => worker(chart, 'mailer', { drainsWithin: Duration.minutes(5) }));
  expect(slow.spec.template.spec.terminationGracePeriodSeconds).toBe(310);
  expect(slow.metadata.annotations).toMatchObject({
    'cdk8s-lifecycle/drain-seconds': '300',
    'cdk8s-lifecycle/served': 'false',
  });
});

test('a check that names no port needs one to ask', () => {
  expect(() => synthOne('Deployment', (chart) => worker(chart, 'mailer', { health: HealthChecks.http() }))).toThrow(
    "the readiness check of container 'mailer' names no port, and the container has none: give 'port' to one of them",
  );
  const { containers } = synthOne('Deployment', (chart) =>
    worker(chart, 'mailer', { health: HealthChecks.http(), ports: [{ name: 'health', port: 9000 }] }),
  ).spec.template.spec;
  expect(containers[0].livenessProbe.httpGet.port).toBe(9000);
});

test('an autoscaler owns the replicas', () => {
  expect(
    synthOne('Deployment', (chart) => worker(chart, 'mailer', { autoscaling: { maxReplicas: 9 } })).spec,
  ).not.toHaveProperty('replicas');
});

test('an autoscaler that goes below three pods leaves none of them missing during an update', () => {
  const { spec } = synthOne('Deployment', (chart) =>
    worker(chart, 'mailer', { autoscaling: { minReplicas: 1, maxReplicas: 9 } }),
  );
  expect(spec.strategy.rollingUpdate).toEqual({ maxSurge: 1, maxUnavailable: 0 });
});
