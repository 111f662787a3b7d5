const UNIT_SECONDS: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400 };
/** As Java writes it: `PT1M30S`. */
const ISO = /^PT(?:\d+[HMS])+$/i;
const PARTS = /^(?:\d+(?:\.\d+)?(?:ms|s|m|h|d)\s*)+$/i;

/** Seconds of a duration as servers write it: `90`, `30s`, `1m30s`, `500ms`; undefined where it is none. */
export function writtenSeconds(written: string | undefined): number | undefined {
  const text = written?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  if (ISO.test(text)) return writtenSeconds(text.slice(2).toLowerCase());
  if (!PARTS.test(text)) return undefined;
  let seconds = 0;
  for (const [, number, unit = 's'] of text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/gi))
    seconds += Number(number) * (UNIT_SECONDS[unit.toLowerCase()] ?? 1);
  return seconds;
}
