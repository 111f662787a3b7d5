import { count, http, workload } from '../support';

const RULE = 'startup-fits-progress-deadline';
// 30 x 5 s and 1 s of timeout: 151 s.
const startupProbe = http('/', { periodSeconds: 5, failureThreshold: 30 });
const fires = (spec: object, container: object = { startupProbe }, kind = 'Deployment', apiVersion = 'apps/v1') =>
  count(RULE, [workload({ apiVersion, kind, spec: spec as never, container: container as never })]);

test('a start that takes as long as the deadline is too long', () => {
  expect(fires({ progressDeadlineSeconds: 151 })).toBe(1);
  expect(fires({ progressDeadlineSeconds: 152 })).toBe(0);
});

test('minReadySeconds counts, and so does the initial delay', () => {
  expect(fires({ progressDeadlineSeconds: 160, minReadySeconds: 9 })).toBe(1);
  expect(fires({ progressDeadlineSeconds: 160, minReadySeconds: 8 })).toBe(0);
  expect(fires({ progressDeadlineSeconds: 160 }, { startupProbe: { ...startupProbe, initialDelaySeconds: 9 } })).toBe(
    1,
  );
});

test('the deadline defaults to 600 s', () => {
  expect(fires({}, { startupProbe: http('/', { failureThreshold: 60 }) })).toBe(1);
  expect(fires({}, { startupProbe: http('/', { failureThreshold: 59 }) })).toBe(0);
});

test('without startup probe the liveness probe bounds the start', () => {
  expect(fires({ progressDeadlineSeconds: 31 }, { livenessProbe: http('/') })).toBe(1);
  expect(fires({ progressDeadlineSeconds: 31 }, {})).toBe(0);
});

test('a DeploymentConfig has its deadline elsewhere, a StatefulSet has none', () => {
  const strategy = { rollingParams: { timeoutSeconds: 100 } };
  expect(fires({ strategy }, { startupProbe }, 'DeploymentConfig', 'apps.openshift.io/v1')).toBe(1);
  expect(fires({ progressDeadlineSeconds: 10 }, { startupProbe }, 'StatefulSet')).toBe(0);
});
