import { count, workload } from '../support';

const fires = (schedule: string) =>
  count('schedule-fires', [workload({ kind: 'CronJob', spec: { schedule, jobTemplate: {} } })]);

test.each(['0 0 31 2 *', '0 0 30 2 *', '0 0 31 4,6,9,11 *', '0 0 * * 7', '0 0 * * 1-7', '0 0 * * 1,7'])(
  '%s does not fire',
  (schedule) => {
    expect(fires(schedule)).toBe(1);
  },
);

test.each([
  '0 0 29 2 *',
  '0 0 31 2 1',
  '*/7 * * * *',
  '0 0 * * */7',
  '7 7 7 7 0',
  '@daily',
  '@every 90s',
  '0 0 * * sun',
])('%s fires', (schedule) => {
  expect(fires(schedule)).toBe(0);
});

test('what is no schedule at all is told by the API server', () => {
  expect([fires('soon'), fires('')]).toEqual([0, 0]);
});
