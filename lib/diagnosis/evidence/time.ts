/** Reads a timestamp of an object, in milliseconds since 1970; anything else reads as undefined. */
export function timeOf(value: unknown): number | undefined {
  if (typeof value !== 'string') return undefined;
  const time = Date.parse(value);
  return Number.isNaN(time) ? undefined : time;
}

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;
