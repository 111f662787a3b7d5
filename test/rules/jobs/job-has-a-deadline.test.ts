import { found, workload } from '../support';

const RULE = 'job-has-a-deadline';

test('the deadline may stand on the job or on its pods', () => {
  expect(found(RULE, [workload({ kind: 'Job' })])).toEqual(['info web spec']);
  expect(found(RULE, [workload({ kind: 'CronJob' })])).toEqual(['info web spec.jobTemplate.spec']);
  expect(found(RULE, [workload({ kind: 'Job', spec: { activeDeadlineSeconds: 60 } })])).toEqual([]);
  expect(found(RULE, [workload({ kind: 'CronJob', pod: { activeDeadlineSeconds: 60 } })])).toEqual([]);
});
