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

test('without readiness probe requests reach what does not listen yet', () => {
  expect(found(RULE, [service(), web({}, sleeps(10))])).toEqual(['error web spec.template.spec.containers[0]']);
});

test('what nothing asks loses nothing', () => {
  expect(found(RULE, [service({ selector: { app: 'other' } }), web({ strategy: { type: 'Recreate' } })])).toEqual([]);
});
