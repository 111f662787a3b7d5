import { everFires, parseCron } from '../../../lib/kubernetes/text/cron-schedule';

const fires = (schedule: string) => {
  const parsed = parseCron(schedule);
  if (typeof parsed === 'string') throw new Error(parsed);
  return everFires(parsed);
};

test.each([
  '*/5 * * * *',
  '0 3 * * mon-fri',
  '0 0 1 JAN *',
  '? * * * *',
  '5/15 * * * *',
  '@daily',
  '@every 1h30m',
  'CRON_TZ=Europe/Berlin 0 3 * * *',
  '0,30 1-5/2 * * 0',
])('reads %s', (schedule) => {
  expect(typeof parseCron(schedule)).toBe('object');
});

test.each([
  ['', 'it is empty'],
  ['* * * *', 'it has 4 fields, and a schedule has 5'],
  ['* * * * * *', 'it has 6 fields, and a schedule has 5'],
  ['60 * * * *', "'60' is not a minute from 0 to 59"],
  ['0 0 * * 7', "'7' is not a day of week from 0 to 6"],
  ['0 0 L * *', "'L' is not a day of month from 1 to 31"],
  ['*/0 * * * *', "'*/0' has a step of 0"],
  ['30-10 * * * *', "'30-10' is not a minute from 0 to 59"],
  ['@reboot', "'@reboot' is none of"],
  ['@every soon', "'soon' is not a Go duration"],
])('refuses %p', (schedule, sentence) => {
  expect(parseCron(schedule)).toContain(sentence);
});

test('N/step runs from N to the end of the field', () => {
  expect(parseCron('50/5 * * * *')).toMatchObject({ minutes: new Set([50, 55]) });
});

test('a date that no month has never fires, unless a weekday stands beside it', () => {
  expect(fires('0 0 31 2 *')).toBe(false);
  expect(fires('0 0 31 2,4 *')).toBe(false);
  expect(fires('0 0 30 2,4 *')).toBe(true);
  expect(fires('0 0 29 2 *')).toBe(true);
  expect(fires('0 0 31 2 1')).toBe(true);
});
