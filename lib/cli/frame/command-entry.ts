import type { Command } from 'commander';

/** A command as the frame knows it before its module is loaded. */
export interface CommandEntry {
  readonly name: string;
  /** One line for the list in `--help`. */
  readonly summary: string;
  /** Loads the module; a bundle holds each in a chunk of its own. */
  readonly load: () => Promise<{ register(program: Command, all: readonly CommandEntry[]): void }>;
}
