import type { Command } from 'commander';

/** The options of `runbook` as commander reads them. */
export interface RunbookFlags {
  readonly out?: string;
}

const HELP = `
An app is what shares a namespace and the label app.kubernetes.io/name (else app, else the
workload's own name). Each page lists the app's objects, its numbers and its probes, what
each failure that it can have looks like, and the exact commands for it. Pages hold no
time and no state: commit them, and a review shows what a change means in an emergency.

Examples:
  $ cdk8s-lifecycle runbook dist/manifests > runbook.md
  $ cdk8s-lifecycle runbook --out docs/runbooks dist/manifests`;

/** Adds `runbook` to the program. */
export function register(program: Command): void {
  program
    .command('runbook')
    .description('write a page for emergencies for each app, from its manifests')
    .argument('<path...>', 'files, folders, or - for stdin')
    .option('--out <folder>', 'write a file for each app there (default: print all pages)')
    .addHelpText('after', HELP)
    .action(async (paths: string[], flags: RunbookFlags) => {
      const { runbookCommand } = await import('./runbook/run-runbook');
      await runbookCommand(paths, flags);
    });
}
