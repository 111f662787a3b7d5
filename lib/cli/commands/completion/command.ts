import type { Command } from 'commander';
import { answering } from '../../frame/answer';
import type { CommandEntry } from '../../frame/command-entry';
import { SHELLS } from './shells';

const HELP = `
The script completes commands, options, their values, and the ids of rules and diagnoses.
It starts no program, so print it again after an update.

Examples:
  $ source <(cdk8s-lifecycle completion bash)                              # in ~/.bashrc
  $ cdk8s-lifecycle completion zsh > "\${fpath[1]}/_cdk8s-lifecycle"
  $ cdk8s-lifecycle completion fish > ~/.config/fish/completions/cdk8s-lifecycle.fish`;

/** Adds `completion` to the program. */
export function register(program: Command, all: readonly CommandEntry[]): void {
  program
    .command('completion')
    .description('print the completion script of a shell')
    .argument('<shell>', SHELLS.join(', '))
    .addHelpText('after', HELP)
    .action(answering(async () => (await import('./run')).runnerFor(program, all)));
}
