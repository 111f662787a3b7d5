import { count, workload } from '../support';

const fires = (startingDeadlineSeconds?: number) =>
  count('schedule-deadline-is-safe', [
    workload({ kind: 'CronJob', spec: startingDeadlineSeconds === undefined ? {} : { startingDeadlineSeconds } }),
  ]);

test('below 10 s a run may never start; none at all is well', () => {
  expect([fires(9), fires(0), fires(10), fires()]).toEqual([1, 1, 0, 0]);
});
