import type { Command } from 'commander';

/** What a command has to say at its end. */
export interface Answer {
  /** The result, for stdout. */
  readonly result: Iterable<string>;
  /** Lines for stderr, told after the result. */
  readonly notes: readonly string[];
  readonly exitCode: number;
}

/** A command's `run.ts`, for its arguments and its options. */
interface Runner<Flags> {
  readonly run: (args: readonly string[], flags: Flags) => Promise<Answer>;
}

/** An action for commander: loads what the command needs only now, runs it, and gives its answer. */
export function answering<Flags>(load: () => Promise<Runner<Flags>>) {
  return async (args: readonly string[] | string | undefined, _: unknown, command: Command): Promise<void> => {
    const { run } = await load();
    give(await run(args === undefined ? [] : [args].flat(), command.optsWithGlobals<Flags & object>()));
  };
}

function give({ result, notes, exitCode }: Answer): void {
  writeAll(result);
  for (const line of notes) tell(line);
  process.exitCode = exitCode;
}

/** Prints a line to stderr. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Writes to stdout in parts of some size: a write for each finding would cost more than the finding. */
function writeAll(parts: Iterable<string>): void {
  let gathered = '';
  for (const part of parts) {
    gathered += part;
    if (gathered.length < 65_536) continue;
    process.stdout.write(gathered);
    gathered = '';
  }
  process.stdout.write(gathered);
}
