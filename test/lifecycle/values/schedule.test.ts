import { Schedule } from '../../../lib';

test('a time of the day stands beside its zone', () => {
  expect(Schedule.daily({ hour: 3, minute: 30, timeZone: 'Europe/Berlin' })).toMatchObject({
    expression: '30 3 * * *',
    timeZone: 'Europe/Berlin',
  });
  expect(Schedule.hourly()).toMatchObject({ expression: '0 * * * *', timeZone: 'Etc/UTC' });
  expect(() => Schedule.daily({ hour: 24 })).toThrow("'24' is not a hour from 0 to 23");
});

test.each(['local', '', '../etc', '-x', 'Europe/A_name_of_15_letters'])('time zone %p is refused', (timeZone) => {
  expect(() => Schedule.hourly({ timeZone })).toThrow(`time zone '${timeZone}' is none of the tz database`);
});

test('a zone inside the expression is refused, as the API server does', () => {
  expect(() => Schedule.cron('CRON_TZ=UTC 0 3 * * *')).toThrow(
    "sets a time zone, which the API server refuses: give it as 'timeZone'",
  );
});
