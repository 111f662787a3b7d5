import { type Command, Option } from 'commander';
import { CouldNotRun } from './could-not-run';
import { unknown } from './did-you-mean';

/** The options of every command. */
export interface GlobalFlags {
  /** Only what was asked for: no hints, notes, counts or progress. */
  readonly quiet?: boolean;
  /** Undefined: as environment and terminal say. */
  readonly color?: boolean;
}

/** Adds the options of every command to the program; they may stand before or behind the command. */
export function withGlobalFlags(program: Command): Command {
  return program
    .option('-q, --quiet', 'print results and errors only: no hints, summary or progress')
    .option('--color', 'print colors even where the output is not a terminal')
    .option('--no-color', 'print no colors');
}

/** An option with a fixed list of values; for any other value, the nearest one is named. */
export function choice(flags: string, what: string, description: string, values: readonly string[]): Option {
  return new Option(flags, description).choices([...values]).argParser((value: string) => {
    if (!values.includes(value)) throw new CouldNotRun(unknown(what, value, values));
    return value;
  });
}
