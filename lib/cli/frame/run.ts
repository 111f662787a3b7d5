import { CommanderError } from 'commander';
import { unknownWord } from '../../kubernetes/text/unknown-word';
import type { CommandEntry } from './command-entry';
import { CouldNotRun } from './could-not-run';
import { withGlobalFlags } from './global-flags';
import { Program } from './program';
import { version } from './version';

/** The exit code of a command that could not do its work; findings are told with 1. */
const COULD_NOT_RUN = 2;

/**
 * Runs one command line and sets `process.exitCode`. Only the module of the command that is run is loaded; the list in
 * `--help` comes from the entries alone.
 */
export async function runProgram(argv: readonly string[], commands: readonly CommandEntry[]): Promise<void> {
  process.stdout.on('error', endQuietlyOnClosedPipe);
  try {
    await dispatch(argv[0] === 'help' ? [...argv.slice(1), '--help'] : argv, commands);
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : COULD_NOT_RUN;
    else fail(error);
  }
}

async function dispatch(argv: readonly string[], commands: readonly CommandEntry[]): Promise<void> {
  const program = frame();
  const name = argv.find((word) => !word.startsWith('-'));
  const entry = commands.find((command) => command.name === name);
  if (name !== undefined && entry === undefined) {
    throw new CouldNotRun(
      unknownWord(
        'command',
        name,
        commands.map((command) => command.name),
      ),
    );
  }
  if (entry === undefined) for (const { name, summary } of commands) program.command(name).description(summary);
  else (await entry.load()).register(program, commands);
  await program.parseAsync(argv.length === 0 ? ['--help'] : argv, { from: 'user' });
}

/** The program without its commands. */
export function frame(): Program {
  const program = new Program('cdk8s-lifecycle');
  program
    .description('Kubernetes apps that do not go down: lint, simulate and diagnose manifests.')
    .option('-V, --version', 'print the version')
    .on('option:version', () => {
      process.stdout.write(`${version}\n`);
      throw new CommanderError(0, 'commander.version', '');
    })
    .helpCommand('help [command]', 'print the options of a command, with an example')
    .addHelpText(
      'after',
      [
        '',
        'Color: --color and --no-color win over NO_COLOR, that over FORCE_COLOR, and without any of',
        'them a terminal gets color.',
        '',
        'Example:',
        '  $ helm template shop charts/shop | cdk8s-lifecycle lint -',
        '',
        'Exit codes: 0 nothing found, 1 something found, 2 could not run.',
      ].join('\n'),
    );
  withGlobalFlags(program);
  return program;
}

function fail(error: unknown): void {
  process.exitCode = COULD_NOT_RUN;
  if (error instanceof CouldNotRun) process.stderr.write(`cdk8s-lifecycle: ${error.message}\n`);
  else process.stderr.write(`cdk8s-lifecycle: internal error\n${stackOf(error)}\n`);
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** `lint | head` closes the pipe early; whoever does so has read enough. */
function endQuietlyOnClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit(process.exitCode ?? 0);
}
