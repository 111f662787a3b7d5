/** A cron schedule as the CronJob controller reads it: for each field, the values that it allows. */
export interface CronSchedule {
  readonly minutes: ReadonlySet<number>;
  readonly hours: ReadonlySet<number>;
  readonly daysOfMonth: ReadonlySet<number>;
  readonly months: ReadonlySet<number>;
  readonly daysOfWeek: ReadonlySet<number>;
  /** Whether both days are restricted: a date then fires if either matches; else both must. */
  readonly eitherDay: boolean;
  /** Set for `@every 90s`, which has no fields: the interval in seconds. */
  readonly everySeconds: number | undefined;
}

interface Field {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly names: readonly string[];
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const FIELDS: readonly [Field, Field, Field, Field, Field] = [
  { name: 'minute', min: 0, max: 59, names: [] },
  { name: 'hour', min: 0, max: 23, names: [] },
  { name: 'day of month', min: 1, max: 31, names: [] },
  { name: 'month', min: 1, max: 12, names: MONTHS },
  { name: 'day of week', min: 0, max: 6, names: DAYS },
];

const DESCRIPTORS: Readonly<Record<string, string>> = {
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
  '@monthly': '0 0 1 * *',
  '@weekly': '0 0 * * 0',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@hourly': '0 * * * *',
};

const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const UNIT_SECONDS: Readonly<Record<string, number>> = {
  ns: 1e-9,
  us: 1e-6,
  µs: 1e-6,
  μs: 1e-6,
  ms: 1e-3,
  s: 1,
  m: 60,
  h: 3600,
};

/**
 * Reads a schedule as Kubernetes does (robfig/cron v3, ParseStandard): five fields or a descriptor; day of week 0 to 6
 * only, no `L`, `W` or `#`. Answers with a sentence about the first part that does not fit.
 *
 * @see https://pkg.go.dev/github.com/robfig/cron/v3#ParseStandard
 */
export function parseCron(schedule: string): CronSchedule | string {
  if (schedule === '') return 'it is empty';
  const text = schedule.replace(/^(CRON_)?TZ=\S*\s+/, '').trim();
  if (text.startsWith('@')) return parseDescriptor(text);
  const parts = text.split(/\s+/).filter((part) => part !== '');
  if (parts.length !== 5)
    return `it has ${parts.length} ${parts.length === 1 ? 'field' : 'fields'}, and a schedule has 5`;
  const sets = FIELDS.map((field, index) => parseField(parts[index] as string, field));
  const wrong = sets.find((set) => typeof set === 'string');
  if (wrong !== undefined) return wrong as string;
  const [minutes, hours, daysOfMonth, months, daysOfWeek] = sets as Set<number>[];
  const eitherDay = !isStar(parts[2] as string) && !isStar(parts[4] as string);
  return { minutes, hours, daysOfMonth, months, daysOfWeek, eitherDay, everySeconds: undefined } as CronSchedule;
}

/** Tells whether a schedule ever fires: `0 0 31 2 *` never does, since February has no 31st. */
export function everFires(schedule: CronSchedule): boolean {
  if (schedule.everySeconds !== undefined) return true;
  if (schedule.minutes.size === 0 || schedule.hours.size === 0) return false;
  const hasDate = [...schedule.months].some((month) =>
    [...schedule.daysOfMonth].some((day) => day <= (DAYS_IN_MONTH[month - 1] as number)),
  );
  const hasWeekday = schedule.daysOfWeek.size > 0 && schedule.months.size > 0;
  return schedule.eitherDay ? hasDate || hasWeekday : hasDate && hasWeekday;
}

/** A star stands for all values, unless a step above 1 thins them out. */
function isStar(field: string): boolean {
  return field.split(',').some((item) => /^[*?](-[^/]*)?(\/0*1)?$/.test(item));
}

function parseDescriptor(text: string): CronSchedule | string {
  if (text.startsWith('@every ')) {
    const seconds = parseGoDuration(text.slice('@every '.length));
    if (seconds === undefined) return `'${text.slice(7)}' is not a Go duration such as '90s' or '1h30m'`;
    const none: ReadonlySet<number> = new Set();
    const everySeconds = Math.max(1, Math.floor(seconds));
    return {
      minutes: none,
      hours: none,
      daysOfMonth: none,
      months: none,
      daysOfWeek: none,
      eitherDay: false,
      everySeconds,
    };
  }
  const expanded = Object.hasOwn(DESCRIPTORS, text) ? DESCRIPTORS[text] : undefined;
  if (expanded === undefined) return `'${text}' is none of ${Object.keys(DESCRIPTORS).join(', ')} and '@every'`;
  return parseCron(expanded);
}

function parseField(text: string, field: Field): Set<number> | string {
  const values = new Set<number>();
  // robfig/cron splits with FieldsFunc: empty items between commas are passed over.
  const items = text.split(',').filter((item) => item !== '');
  for (const item of items) {
    const range = parseRange(item, field);
    if (typeof range === 'string') return range;
    for (let value = range.from; value <= range.to; value += range.step) values.add(value);
  }
  return values;
}

function parseRange(item: string, field: Field): { from: number; to: number; step: number } | string {
  const [range = '', stepText, ...tooMany] = item.split('/');
  if (tooMany.length > 0) return `'${item}' has more than one '/'`;
  const [low = '', high, ...tooManyBounds] = range.split('-');
  if (tooManyBounds.length > 0) return `'${item}' has more than one '-'`;
  let from = field.min;
  let to = field.max;
  if (low !== '*' && low !== '?') {
    const first = parseValue(low, field);
    if (first === undefined) return notAValue(low, field);
    const last = high === undefined ? first : parseValue(high, field);
    if (last === undefined) return notAValue(high ?? '', field);
    from = first;
    to = last;
  }
  let step = 1;
  if (stepText !== undefined) {
    if (!/^\d+$/.test(stepText)) return `'${stepText}' is not a step`;
    step = Number(stepText);
    // `N/step` means from N to the end.
    if (high === undefined && low !== '*' && low !== '?') to = field.max;
  }
  if (from < field.min || to > field.max || from > to) {
    return `'${item}' is not a ${field.name} from ${field.min} to ${field.max}`;
  }
  return step === 0 ? `'${item}' has a step of 0` : { from, to, step };
}

function parseValue(text: string, field: Field): number | undefined {
  const named = field.names.indexOf(text.toLowerCase());
  if (named >= 0) return named + field.min;
  return /^\d+$/.test(text) ? Number(text) : undefined;
}

function notAValue(text: string, field: Field): string {
  return `'${text}' is not a ${field.name} from ${field.min} to ${field.max}`;
}

/** Reads a Go duration such as `1h30m` in seconds. */
function parseGoDuration(text: string): number | undefined {
  const match = /^([+-]?)((?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+$/.exec(text);
  if (match === null) return text === '0' ? 0 : undefined;
  const parts = [...text.matchAll(/(\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h)/g)];
  const total = parts.reduce(
    (sum, [, number, unit]) => sum + Number(number) * (UNIT_SECONDS[unit as string] as number),
    0,
  );
  return match[1] === '-' ? -total : total;
}
