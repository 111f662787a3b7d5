import { count, http, workload } from '../support';

const RULE = 'liveness-is-slower-than-readiness';
const fires = (liveness: object, readiness: object) =>
  count(RULE, [workload({ container: { livenessProbe: liveness as never, readinessProbe: readiness as never } })]);

test('failure x period is compared, and equal is well', () => {
  expect(fires(http('/healthz', { failureThreshold: 2 }), http('/ready'))).toBe(1);
  expect(fires(http('/healthz'), http('/ready'))).toBe(0);
  expect(fires(http('/healthz', { periodSeconds: 6, failureThreshold: 5 }), http('/ready'))).toBe(0);
});

test('the same handler is the business of another rule', () => {
  expect(fires(http('/ready', { failureThreshold: 2 }), http('/ready'))).toBe(0);
});

test('a container with only one of the two has nothing to compare', () => {
  expect(count(RULE, [workload({ container: { livenessProbe: http('/', { failureThreshold: 1 }) } })])).toBe(0);
});
