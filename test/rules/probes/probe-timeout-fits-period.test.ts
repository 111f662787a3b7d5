import { found, http, workload } from '../support';

const RULE = 'probe-timeout-fits-period';

test('a timeout may be as long as the period, after defaulting', () => {
  const fires = (timing: object) =>
    found(RULE, [workload({ container: { readinessProbe: http('/', timing as never) } })]);
  expect(fires({ timeoutSeconds: 10 })).toEqual([]);
  expect(fires({ timeoutSeconds: 11 })).toHaveLength(1);
  expect(fires({ periodSeconds: 1 })).toEqual([]);
});

test('each probe is told by itself', () => {
  const slow = http('/', { timeoutSeconds: 20 });
  const container = { startupProbe: slow, livenessProbe: slow, readinessProbe: slow };
  expect(found(RULE, [workload({ container })])).toEqual(
    ['startupProbe', 'livenessProbe', 'readinessProbe'].map(
      (type) => `warning web spec.template.spec.containers[0].${type}`,
    ),
  );
});
