import { countProblem, portProblem } from '../arithmetic/numbers';
import { type ArgumentKind, mismatch } from './kind';
import { quoted } from './shown';

/** Any text; what is wrong with it is the business of those who read it. */
export function text(give = "text, such as 'cart'"): ArgumentKind<string> {
  return {
    type: 'string',
    give,
    problems: (value, at) => (typeof value === 'string' ? [] : [mismatch(at, value, 'text', adviceForText(value))]),
  };
}

/** A quantity such as `250m` or `256Mi`. Its unit is part of it, so it is text. */
export function quantity(example: string): ArgumentKind<string> {
  const unit = example.replace(/^\d+/, '');
  return {
    type: 'string',
    give: `an amount, such as '${example}'`,
    problems: (value, at) => {
      if (typeof value === 'string') return [];
      if (typeof value !== 'number') return [mismatch(at, value, 'text', `write '${example}'`)];
      // A whole CPU needs no unit; a number of bytes without one is rarely meant.
      const written = unit === 'm' ? `'${value}'` : `'${value}${unit}'`;
      return [mismatch(at, value, 'text with its unit', `write ${written}`)];
    },
  };
}

/** True or false. */
export function flag(): ArgumentKind<boolean> {
  return {
    type: 'boolean',
    give: 'true or false',
    problems: (value, at) => {
      if (typeof value === 'boolean') return [];
      const meant = value === 'true' || value === 'false' ? `write ${value} without quotes` : undefined;
      return [mismatch(at, value, 'true or false', meant)];
    },
  };
}

/** A whole number. */
export function wholeNumber(least = 0, give = 'a whole number'): ArgumentKind<number> {
  const wanted = `a whole number, ${least} or more`;
  return numeric(give, wanted, (value, at) => countProblem(value, at, least));
}

/** A port number. */
export function port(give = 'a port, such as 8080'): ArgumentKind<number> {
  return numeric(give, 'a whole number from 1 to 65535', portProblem);
}

/** Any number; its range is the business of those who read it. */
export function number(give = 'a number'): ArgumentKind<number> {
  return numeric(give, 'a number', () => undefined);
}

/** A value of an enumeration. */
export function oneOf<E extends string>(name: string, members: Readonly<Record<string, E>>): ArgumentKind<E> {
  const names = Object.keys(members).map((key) => `${name}.${key}`);
  const give = `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
  return {
    type: name,
    give,
    problems: (value, at) =>
      (Object.values(members) as unknown[]).includes(value)
        ? []
        : [mismatch(at, value, `one of ${name}`, `write ${give}`)],
  };
}

function numeric(
  give: string,
  wanted: string,
  problem: (value: number, at: string) => string | undefined,
): ArgumentKind<number> {
  return {
    type: 'number',
    give,
    problems: (value, at) => {
      if (typeof value !== 'number') return [mismatch(at, value, wanted, adviceForNumber(value))];
      const found = problem(value, at);
      return found === undefined ? [] : [found];
    },
  };
}

function adviceForText(value: unknown): string | undefined {
  return typeof value === 'number' || typeof value === 'boolean' ? `write ${quoted(String(value))}` : undefined;
}

function adviceForNumber(value: unknown): string | undefined {
  const isNumeric = typeof value === 'string' && /^\d+(\.\d+)?$/.test(value);
  return isNumeric ? `write ${value} without quotes` : undefined;
}
