import { found, http, workload } from '../support';

const RULE = 'liveness-probe-exists';

test('each container of its own is asked', () => {
  const pod = {
    containers: [
      { name: 'a', image: 'a:1', livenessProbe: http('/healthz') },
      { name: 'b', image: 'b:1' },
    ],
  };
  expect(found(RULE, [workload({ pod })])).toEqual(['info web spec.template.spec.containers[1]']);
});

test('init containers, jobs and pods that run once are not asked', () => {
  const pod = { initContainers: [{ name: 'init', image: 'a:1' }] };
  expect(found(RULE, [workload({ pod, container: { livenessProbe: http('/') } })])).toEqual([]);
  expect(found(RULE, [workload({ kind: 'CronJob' }), workload({ kind: 'Job' })])).toEqual([]);
  expect(found(RULE, [workload({ kind: 'Pod', pod: { restartPolicy: 'Never' } })])).toEqual([]);
  expect(found(RULE, [workload({ kind: 'Pod' })])).toHaveLength(1);
});
