import { Command } from 'commander';

/** One command a file, each loaded only when it is run. A command's module exports `register(program)`. */
const COMMANDS: ReadonlyArray<{ readonly name: string; readonly summary: string }> = [];

const program = new Command('cdk8s-lifecycle')
  .description('Kubernetes apps that do not go down: lint, simulate and diagnose manifests')
  .showHelpAfterError('(run with --help for the options)');
for (const { name, summary } of COMMANDS) program.command(name, summary);
program.parse();
