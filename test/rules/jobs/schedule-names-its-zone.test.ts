import { count, workload } from '../support';

const fires = (spec: object) => count('schedule-names-its-zone', [workload({ kind: 'CronJob', spec: spec as never })]);

test('a time of day needs a zone, an interval has none', () => {
  expect([fires({}), fires({ timeZone: 'Etc/UTC' }), fires({ schedule: '@every 90s' })]).toEqual([1, 0, 0]);
});

test('a zone inside the schedule is told by the API server', () => {
  expect(fires({ schedule: 'CRON_TZ=Etc/UTC 0 3 * * *' })).toBe(0);
});
