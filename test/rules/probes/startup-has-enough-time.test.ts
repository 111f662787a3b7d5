import { count, http, workload } from '../support';

const RULE = 'startup-has-enough-time';
const fires = (timing: object, kind = 'Deployment') =>
  count(RULE, [workload({ kind, container: { startupProbe: http('/', timing as never) } })]);

test('the first failure counts at once: 4 failures every 10 s leave 30 s', () => {
  expect(fires({ failureThreshold: 4 })).toBe(0);
  expect(fires({ failureThreshold: 3 })).toBe(1);
  expect(fires({ failureThreshold: 3, initialDelaySeconds: 10 })).toBe(0);
});

test('jobs are left alone', () => {
  expect(fires({}, 'Job')).toBe(0);
});
