import { count, http, service, workload } from '../support';

const RULE = 'readiness-notices-in-time';
const fires = (timing: object) =>
  count(RULE, [workload({ container: { readinessProbe: http('/', timing as never) } })]);

test('30 s are well, and one period more is not; the timeout is beside it', () => {
  expect(fires({})).toBe(0);
  expect(fires({ timeoutSeconds: 10 })).toBe(0);
  expect(fires({ failureThreshold: 4 })).toBe(1);
  expect(fires({ periodSeconds: 31, failureThreshold: 1 })).toBe(1);
});

test('only what serves has traffic to keep', () => {
  const slow = workload({ container: { readinessProbe: http('/', { periodSeconds: 60 }) } });
  expect(count(RULE, [service({ selector: { app: 'other' } }), slow])).toBe(0);
});
