import type { Command } from 'commander';
import { ANNOTATION } from '../../../lifecycle/annotations';
import { answering } from '../../frame/answer';
import { CONFIG, NO_CONFIG } from '../../settings/flags';
import type { RunbookFlags } from './flags';

const HELP = `
An app is what shares a namespace and the label app.kubernetes.io/name (else app, else the
workload's own name). Each page has an index, owner and contact, the app's objects,
numbers and probes, what 502, 503 and 504 mean for it, what each of its failures looks
like, and the exact commands. Pages hold no time and no state: commit them, and a review
shows what a change means in an emergency. Each folder is a set of its own, so dev/ and
prod/ get separate pages.

Owner and contact come from annotations on the workload, its Services or its Namespace:
${ANNOTATION.owner}, ${ANNOTATION.contact}, those of a8r.io (owner, chat,
runbook, incidents and so on) and backstage.io/kubernetes-id.

Examples:
  $ cdk8s-lifecycle runbook dist/manifests > runbook.md
  $ cdk8s-lifecycle runbook --out docs/runbooks dist/manifests`;

/** Adds `runbook` to the program. */
export function register(program: Command): void {
  program
    .command('runbook')
    .description('write a runbook page for each app, from its manifests')
    .argument('<path...>', 'files, folders, globs in quotes, or - for stdin')
    .option('--out <folder>', 'write a file for each app there, and an index (default: print all pages)')
    .option(...CONFIG)
    .option(...NO_CONFIG)
    .addHelpText('after', HELP)
    .action(answering<RunbookFlags>(() => import('./run')));
}
