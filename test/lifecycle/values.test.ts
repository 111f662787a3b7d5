import { Capacity, Retry, Schedule, Security } from '../../lib';

test('a capacity tells how many pods carry the peak', () => {
  expect(Capacity.of({ peak: 401, perReplica: 100 }).requiredReplicas).toBe(5);
  expect(() => Capacity.of({ peak: 0, perReplica: 1 })).toThrow("'peak' (0) must be a number above 0");
});

test('exit codes of a retry are from 1 to 255', () => {
  expect(() => Retry.of({ failOnExitCodes: [0] })).toThrow(
    "'failOnExitCodes' has 0, and an exit code of a failure is from 1 to 255",
  );
  expect(Retry.none()._limit).toBe(0);
});

test('a time zone is one of the tz database, and stands beside the schedule', () => {
  expect(Schedule.daily({ hour: 3, minute: 30, timeZone: 'Europe/Berlin' })).toMatchObject({
    expression: '30 3 * * *',
    timeZone: 'Europe/Berlin',
  });
  expect(() => Schedule.hourly({ timeZone: 'local' })).toThrow("time zone 'local' is none of the tz database");
  expect(() => Schedule.cron('CRON_TZ=UTC 0 3 * * *')).toThrow(
    "sets a time zone, which the API server refuses: give it as 'timeZone'",
  );
});

test('the restricted profile fits the Pod Security Standard, and a path that is written gets a volume', () => {
  const { pod, container, writablePaths } = Security.restricted({
    user: 1000,
    group: 1000,
    writablePaths: ['/var/cache'],
  })._plan;
  expect(pod).toMatchObject({
    runAsNonRoot: true,
    runAsUser: 1000,
    fsGroup: 1000,
    seccompProfile: { type: 'RuntimeDefault' },
  });
  expect(container).toMatchObject({ readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } });
  expect(writablePaths).toEqual(['/tmp', '/var/cache']);
  expect(() => Security.restricted({ user: 0 })).toThrow("'user' (0) must be a whole number, 1 or more");
});

test('a privileged container needs a reason', () => {
  expect(() => Security.privileged('')).toThrow('a privileged container needs a reason');
  expect(Security.privileged('loads a kernel module')._plan).toMatchObject({
    profile: 'privileged',
    container: { privileged: true },
  });
});
