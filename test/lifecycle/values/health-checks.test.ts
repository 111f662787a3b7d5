import { Duration } from 'cdk8s';
import { HealthCheck, HealthChecks } from '../../../lib';

test('timings that are left out are the documented ones, and what is set is set alone', () => {
  const checks = HealthChecks.http().withReadiness({ period: Duration.seconds(2), successThreshold: 2 });
  expect(checks._readiness?.timing).toEqual({
    initialDelaySeconds: 5,
    periodSeconds: 2,
    timeoutSeconds: 1,
    failureThreshold: 3,
    successThreshold: 2,
  });
  expect(checks._liveness?.timing).toEqual({
    initialDelaySeconds: 10,
    periodSeconds: 10,
    timeoutSeconds: 1,
    failureThreshold: 3,
    successThreshold: 1,
  });
});

test('values are immutable: a changed copy leaves the original', () => {
  const checks = HealthChecks.http();
  checks.withLiveness({ period: Duration.seconds(60) });
  expect(checks._liveness?.timing.periodSeconds).toBe(10);
});

test('startup asks as liveness does, unless it has its own', () => {
  expect(HealthChecks.http({ liveness: '/alive' })._startup?.check._handler).toMatchObject({ path: '/alive' });
  expect(HealthChecks.http({ startup: '/started' })._startup?.check._handler).toMatchObject({ path: '/started' });
  expect(HealthChecks.http().withoutStartup()._startup).toBeUndefined();
  expect(HealthChecks.http().withoutLiveness()._liveness).toBeUndefined();
});

test('startsWithin sets how often the start-up check may fail', () => {
  expect(HealthChecks.http().startsWithin(Duration.minutes(5))._startup?.timing.failureThreshold).toBe(61);
  expect(HealthChecks.http().startsWithin(Duration.seconds(1))._startup?.timing.failureThreshold).toBe(2);
  expect(() => HealthChecks.http().withStartup({ startsWithin: Duration.minutes(5), failureThreshold: 3 })).toThrow(
    "'startsWithin' and 'failureThreshold' say the same thing twice",
  );
});

test.each([
  [
    'a path without slash',
    () => HealthCheck.http({ path: 'ready' }),
    "HTTP path 'ready' must begin with '/': write '/ready'",
  ],
  [
    'a header with an underscore',
    () => HealthCheck.http({ path: '/', headers: { x_y: '1' } }),
    "HTTP header 'x_y' has characters other than letters, digits and '-'",
  ],
  ['no command', () => HealthCheck.exec([]), "'command' is empty: give the program and its arguments"],
  ['port 0', () => HealthCheck.grpc({ port: 0 }), "'port' (0) must be a whole number from 1 to 65535"],
  [
    'a period of nothing',
    () => HealthChecks.tcp().withLiveness({ period: Duration.seconds(0) }),
    "'period' (0) must be a whole number, 1 or more",
  ],
  [
    'a timing for a check that is not there',
    () => HealthChecks.of({ readiness: HealthCheck.tcp() }).withLiveness({}),
    'there is no liveness check whose timing could be set',
  ],
])('%s is refused', (_, make, sentence) => {
  expect(make).toThrow(sentence);
});
