import { type ArgumentKind, mismatch, mismatchOf } from './kind';
import { text } from './scalars';
import { quoted, shownType } from './shown';

/** A list, whose items are all of one kind. */
export function list<T>(item: ArgumentKind<T>): ArgumentKind<T[]> {
  const ofText = item.type === 'string';
  return {
    type: `list of ${item.type}`,
    give: ofText ? "a list, such as ['node', 'app.js']" : `a list of ${item.type}`,
    problems: (value, at) => {
      if (Array.isArray(value))
        return Array.from(value).flatMap((each, index) => item.problems(each, `${at}[${index}]`));
      return [mismatch(at, value, 'a list', ofText ? adviceForWords(value) : adviceForOne(value))];
    },
  };
}

/** A program and its arguments. */
export const COMMAND = list(text());

/** Values by name or path. Errors do not tell the values, since one may be secret. */
export function map<T>(item: ArgumentKind<T>): ArgumentKind<{ readonly [name: string]: T }> {
  return {
    type: `map of ${item.type}`,
    give: 'an object of names and values',
    problems: (value, at) => {
      if (!isPlainObject(value)) return [mismatchOf(at, shownType(value), 'an object of names and values')];
      return Object.entries(value).flatMap(([name, each]) =>
        each === undefined
          ? [`'${at}.${name}' has no value: give one, or leave the name out`]
          : item.problems(each, `${at}.${name}`),
      );
    },
  };
}

/** Text that errors do not tell, since it may be secret. */
export function privateText(): ArgumentKind<string> {
  return {
    type: 'string',
    give: 'text',
    problems: (value, at) => {
      if (typeof value === 'string') return [];
      const isPlain = typeof value === 'number' || typeof value === 'boolean';
      return [mismatchOf(at, shownType(value), 'text', isPlain ? 'put it in quotes' : undefined)];
    },
  };
}

export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function adviceForWords(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const words = value.split(/\s+/).filter((word) => word !== '');
  return words.length === 0 ? undefined : `write [${words.map(quoted).join(', ')}]`;
}

function adviceForOne(value: unknown): string | undefined {
  return isPlainObject(value) ? 'put it in [ and ]' : undefined;
}
