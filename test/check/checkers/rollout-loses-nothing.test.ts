import { found, http, service, sleeps, workload } from '../../rules/support';

const RULE = 'rollout-loses-nothing';
const careful = { ...sleeps(10), readinessProbe: http('/ready', { periodSeconds: 5 }) };
const web = (spec: object, container: object = careful) =>
  workload({
    spec: { replicas: 3, ...spec } as never,
    pod: { terminationGracePeriodSeconds: 60 },
    container: container as never,
  });

test('a careful Deployment loses nothing', () => {
  expect(found(RULE, [service(), web({})])).toEqual([]);
});

test('Recreate loses for certain, and the finding points to the strategy', () => {
  expect(found(RULE, [service(), web({ strategy: { type: 'Recreate' } })])).toEqual(['error web spec.strategy']);
});

test('a pod without readiness probe may listen before its first request: readiness-probe-exists warns of it', () => {
  expect(found(RULE, [service(), web({}, sleeps(10))])).toEqual([]);
});

test('pods that all go at once are an outage, unless those that stop may bridge it', () => {
  const strategy = { rollingUpdate: { maxSurge: 0, maxUnavailable: '100%' } };
  const hurried = { readinessProbe: careful.readinessProbe };
  expect(found(RULE, [service(), web({ strategy }, hurried)])).toEqual(['error web spec.strategy']);
  expect(found(RULE, [service(), web({ strategy })])).toEqual([]);
});

test('what nothing asks loses nothing', () => {
  expect(found(RULE, [service({ selector: { app: 'other' } }), web({ strategy: { type: 'Recreate' } })])).toEqual([]);
});
