import type { Command } from 'commander';
import type { CommandEntry } from '../../command-entry';
import { CouldNotRun } from '../../could-not-run';
import { unknown } from '../../did-you-mean';

const SHELLS = ['bash', 'zsh', 'fish'] as const;
type Shell = (typeof SHELLS)[number];

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
    .action(async (name: string) => {
      const shell = SHELLS.find((each) => each === name);
      if (shell === undefined) throw new CouldNotRun(unknown('shell', name, SHELLS));
      process.stdout.write(await scriptFor(shell, program, all));
    });
}

async function scriptFor(shell: Shell, program: Command, all: readonly CommandEntry[]): Promise<string> {
  const { completionOf } = await import('./spec');
  const spec = await completionOf(program, all);
  switch (shell) {
    case 'bash':
      return (await import('./bash')).bashScript(spec);
    case 'zsh':
      return (await import('./zsh')).zshScript(spec);
    case 'fish':
      return (await import('./fish')).fishScript(spec);
  }
}
