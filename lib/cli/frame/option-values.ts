import { Option } from 'commander';
import { unknownWord } from '../../kubernetes/text/unknown-word';
import { CouldNotRun } from './could-not-run';

/** An option with a fixed list of values; for any other value, the nearest one is named. */
export function choice(flags: string, what: string, description: string, values: readonly string[]): Option {
  return new Option(flags, description)
    .choices([...values])
    .argParser((value: string) => oneOfWords(what, value, values));
}

/**
 * One of the words of a list.
 *
 * @throws CouldNotRun for any other word
 */
export function oneOfWords<T extends string>(what: string, word: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === word);
  if (found === undefined) throw new CouldNotRun(unknownWord(what, word, allowed));
  return found;
}

/** Reads an option such as `--rules a,b --rules c` as one list. */
export function splitList(value: string, before: readonly string[] = []): readonly string[] {
  const words = value.split(',').map((word) => word.trim());
  return [...before, ...words.filter((word) => word !== '')];
}

/** Reads an option that is given again for each of its values. */
export function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

/**
 * Reads an option that is a whole number from 1 on.
 *
 * @throws CouldNotRun if it is not one
 */
export function readWhole(value: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new CouldNotRun(`"${value}" is not a whole number from 1 to 999,999,999`);
  return Number(value);
}
