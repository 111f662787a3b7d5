import { count, workload } from '../support';

const fires = (spec: object) =>
  count('schedule-overlap-is-chosen', [workload({ kind: 'CronJob', spec: spec as never })]);

test('any policy that is written is a choice, Allow too', () => {
  expect([fires({}), fires({ concurrencyPolicy: 'Allow' }), fires({ concurrencyPolicy: 'Forbid' })]).toEqual([1, 0, 0]);
});
