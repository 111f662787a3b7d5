import { count, http, workload } from '../support';

const RULE = 'job-has-no-server-probes';

test('a readiness probe is for what is asked, a liveness probe may stay', () => {
  expect(count(RULE, [workload({ kind: 'Job', container: { readinessProbe: http('/') } })])).toBe(1);
  expect(count(RULE, [workload({ kind: 'Job', container: { livenessProbe: http('/') } })])).toBe(0);
  expect(count(RULE, [workload({ container: { readinessProbe: http('/') } })])).toBe(0);
});

test('a native sidecar of a job may be asked', () => {
  const pod = { initContainers: [{ name: 'p', image: 'p:1', restartPolicy: 'Always', readinessProbe: http('/') }] };
  expect(count(RULE, [workload({ kind: 'Job', pod })])).toBe(0);
});
