import { Duration } from 'cdk8s';
import { ConcurrencyPolicy, Schedule } from '../../lib';
import { scheduled, synthOne } from './fixtures';

const cron = (props: Parameters<typeof scheduled>[2] = {}) =>
  synthOne('CronJob', (chart) => scheduled(chart, 'nightly', props));

test('states every documented default', () => {
  const { metadata, spec } = cron();
  expect(metadata.name).toBe('nightly');
  expect(spec).toMatchObject({
    schedule: '0 3 * * *',
    timeZone: 'Etc/UTC',
    concurrencyPolicy: 'Forbid',
    startingDeadlineSeconds: 300,
    successfulJobsHistoryLimit: 3,
    failedJobsHistoryLimit: 1,
    suspend: false,
  });
  expect(spec.jobTemplate.spec).toMatchObject({
    activeDeadlineSeconds: 3600,
    backoffLimit: 6,
    template: { spec: { restartPolicy: 'OnFailure' } },
  });
});

test('schedule, zone and overlap are by choice', () => {
  const schedule = Schedule.cron('*/10 * * * mon-fri', { timeZone: 'Europe/Berlin' });
  expect(cron({ schedule, concurrencyPolicy: ConcurrencyPolicy.REPLACE }).spec).toMatchObject({
    schedule: '*/10 * * * mon-fri',
    timeZone: 'Europe/Berlin',
    concurrencyPolicy: 'Replace',
  });
});

test('a starting deadline below the ten seconds of the controller is refused', () => {
  expect(() => cron({ startingDeadline: Duration.seconds(9) })).toThrow(
    "'startingDeadline' (9s) is shorter than the 10s",
  );
});

test('the name leaves room for what the controller adds', () => {
  expect(() => synthOne('CronJob', (chart) => scheduled(chart, 'n'.repeat(53)))).toThrow(
    'has 53 characters, and 52 are allowed',
  );
});
