const LONGEST = 60;

/** A text as errors quote it: on one line, cut where it is long. */
export function quoted(text: string): string {
  const line = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"');
  return line.length <= LONGEST ? `'${line}'` : `'${line.slice(0, LONGEST)}...'`;
}

/** A value as errors tell it: numbers and short texts in full, everything else by what it is. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return shownType(value);
}

/** What a value is, without the value: for what may be secret. */
export function shownType(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return value.length === 1 ? 'a list of one' : `a list of ${value.length}`;
  if (typeof value === 'string') return 'text';
  if (typeof value !== 'object') return `a ${typeof value}`;
  const name = classOf(value);
  return name === undefined ? 'an object' : `${/^[AEIOU]/.test(name) ? 'an' : 'a'} ${name}`;
}

/** The name of the class of an object; undefined for a plain one. */
function classOf(value: object): string | undefined {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === null || prototype === Object.prototype) return undefined;
  const made: unknown = value.constructor;
  return typeof made === 'function' && made.name !== '' && made.name !== 'Object' ? made.name : undefined;
}
