import { everFires, parseCron } from '../../kubernetes/text/cron-schedule';
import { checkArgument, checkOptions } from '../arguments/check';
import { instanceOf } from '../arguments/instance';
import { required } from '../arguments/kind';
import { text, wholeNumber } from '../arguments/scalars';
import { quoted } from '../arguments/shown';
import { struct } from '../arguments/struct';
import { DEFAULTS } from '../documented-defaults';

/** Options of a schedule. */
export interface ScheduleOptions {
  /**
   * Time zone from the tz database, such as `Europe/Berlin`.
   * @default 'Etc/UTC'
   */
  readonly timeZone?: string;
}

/** A time of the day. */
export interface DailyScheduleOptions extends ScheduleOptions {
  /** Hour, 0 to 23. */
  readonly hour: number;
  /**
   * Minute, 0 to 59.
   * @default 0
   */
  readonly minute?: number;
}

export const SCHEDULE_OPTIONS = struct<ScheduleOptions>('ScheduleOptions', { timeZone: text() });

export const DAILY_SCHEDULE_OPTIONS = struct<DailyScheduleOptions>('DailyScheduleOptions', {
  ...SCHEDULE_OPTIONS.properties,
  hour: required(wholeNumber(0, 'an hour from 0 to 23')),
  minute: wholeNumber(),
});

const TIME_ZONE_PART = /^[A-Za-z.\-_0-9+]{1,14}$/;

/**
 * When a scheduled job runs.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax
 */
export class Schedule {
  /**
   * A cron expression of five fields; day of week 0 (Sunday) to 6.
   * @throws if the CronJob controller could not read it, or it never fires
   */
  public static cron(expression: string, options: ScheduleOptions = {}): Schedule {
    checkArgument('Schedule.cron', 'expression', text("a cron expression, such as '0 3 * * *'"), expression);
    const { timeZone = DEFAULTS.timeZone.value } = checkOptions('Schedule.cron', SCHEDULE_OPTIONS, options);
    if (expression.includes('TZ')) {
      throw new Error(`schedule '${expression}' sets a time zone, which the API server refuses: give it as 'timeZone'`);
    }
    const parsed = parseCron(expression);
    if (typeof parsed === 'string') throw new Error(`schedule '${expression}' cannot be read: ${parsed}`);
    if (!everFires(parsed)) throw new Error(`schedule '${expression}' never fires: no month has that day`);
    return new Schedule(expression, checkTimeZone(timeZone));
  }

  /** Every day at one time. */
  public static daily(options: DailyScheduleOptions): Schedule {
    const {
      hour,
      minute = DEFAULTS.dailyMinute.value,
      timeZone,
    } = checkOptions('Schedule.daily', DAILY_SCHEDULE_OPTIONS, options);
    return Schedule.cron(`${minute} ${hour} * * *`, { timeZone });
  }

  /** Every hour, on the hour. */
  public static hourly(options: ScheduleOptions = {}): Schedule {
    return Schedule.cron('0 * * * *', checkOptions('Schedule.hourly', SCHEDULE_OPTIONS, options));
  }

  private constructor(
    /** The cron expression. */
    public readonly expression: string,
    /** The time zone. */
    public readonly timeZone: string,
  ) {}
}

export const SCHEDULE = instanceOf(Schedule, {
  wanted: 'a Schedule',
  give: "Schedule.cron('0 3 * * *')",
  from: (value) => (typeof value === 'string' ? `Schedule.cron(${quoted(value)})` : undefined),
});

function checkTimeZone(zone: string): string {
  const isWrong =
    zone.toLowerCase() === 'local' ||
    zone.split('/').some((part) => !TIME_ZONE_PART.test(part) || /^(\.|\.\.|-.*)$/.test(part));
  if (isWrong)
    throw new Error(`time zone '${zone}' is none of the tz database: write one such as 'Europe/Berlin' or 'Etc/UTC'`);
  return zone;
}
