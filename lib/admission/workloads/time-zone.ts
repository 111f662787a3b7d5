import { TIME_ZONES } from './generated/time-zones';

const PART = /^[A-Za-z.\-_0-9+]{1,14}$/;

let names: ReadonlySet<string> | undefined;

/** Every name of the time zone database; read when a time zone is first asked for. */
function knownNames(): ReadonlySet<string> {
  names ??= new Set(
    Object.entries(TIME_ZONES).flatMap(([region, list]) =>
      list.split(' ').map((name) => (region === '' ? name : `${region}/${name}`)),
    ),
  );
  return names;
}

/** Tells whether a name is one of the time zone database; its case counts. Source: batch/validation validateTimeZone. */
export function isTimeZone(name: string): boolean {
  const isWellFormed = name.split('/').every((part) => PART.test(part) && !part.startsWith('-'));
  return isWellFormed && knownNames().has(name);
}
