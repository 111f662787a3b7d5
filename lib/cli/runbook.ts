import type { Command } from 'commander';
import { ANNOTATION } from '../kubernetes/annotations';

/** The options of `runbook` as commander reads them. */
export interface RunbookFlags {
  readonly out?: string;
  readonly config?: string | false;
}

const HELP = `
An app is what shares a namespace and the label app.kubernetes.io/name (else app, else the
workload's own name). Each page has an index, the app's owner and objects, its numbers and
probes, what 502, 503 and 504 mean for it, what each failure that it can have looks like,
and the exact commands. Pages hold no time and no state: commit them, and a review shows
what a change means in an emergency. Folders are sets of their own: dev/ and prod/ get
pages of their own.

Owner and contact come from annotations of the workload, its Services or its Namespace:
${ANNOTATION.owner}, ${ANNOTATION.contact}, those of a8r.io (owner, chat,
runbook, incidents and so on), backstage.io/kubernetes-id; see docs/runbook.md.

Examples:
  $ cdk8s-lifecycle runbook dist/manifests > runbook.md
  $ cdk8s-lifecycle runbook --out docs/runbooks dist/manifests`;

/** Adds `runbook` to the program. */
export function register(program: Command): void {
  program
    .command('runbook')
    .description('write a page for emergencies for each app, from its manifests')
    .argument('<path...>', 'files, folders, or - for stdin')
    .option('--out <folder>', 'write a file for each app there, and an index (default: print all pages)')
    .option('--config <file>', 'the configuration (default: .cdk8s-lifecycle.yaml here or in a folder above)')
    .option('--no-config', 'read no configuration file')
    .addHelpText('after', HELP)
    .action(async (paths: string[], flags: RunbookFlags) => {
      const { runbookCommand } = await import('./runbook/run-runbook');
      await runbookCommand(paths, flags);
    });
}
