import type { Command } from 'commander';

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
