import type { Command } from 'commander';
import { answering } from '../../frame/answer';
import { choice } from '../../frame/option-values';
import { type DiagnoseFlags, FAIL_ON, FORMATS } from './flags';

const HELP = `
Reads what kubectl prints, JSON or YAML, lists of any depth: pods, their owners, claims,
Services, Events and PodMetrics. The more it reads, the more it can say: events show why a
volume is not mounted and what a probe answered; owners put forty pods into one entry.

With --live, it reads the same from the cluster of your kubeconfig; arguments are then
workloads (deploy/cart, sts/db, pod/web-0; without any, all of the namespace). It only
lists, and never Secrets. --watch follows a rollout and ends as soon as it is complete, or
as soon as it cannot succeed any more, with the reason.

For objects that our constructs made, it names the construct, and its line of code where
synth has written the map (--constructs names another file):
  $ CDK8S_LIFECYCLE_CONSTRUCTS=dist/manifests.constructs.json cdk8s synth

Exit codes: 0 nothing at or above --fail-on, 1 something (with --watch: the rollout cannot
succeed), 2 could not run, 3 with --watch: not complete within --timeout.

Examples:
  $ kubectl -n shop get pods,deploy,rs,sts,ds,jobs,pvc,events -o json | cdk8s-lifecycle diagnose -
  $ cdk8s-lifecycle diagnose --live -n shop
  $ cdk8s-lifecycle diagnose --live -n shop --watch deploy/cart`;

/** Adds `diagnose` to the program. */
export function register(program: Command): void {
  program
    .command('diagnose')
    .description('find out from the state of a cluster what is wrong, why, and which field and line to change')
    .argument(
      '[path...]',
      'files, folders, globs in quotes, or - for stdin; with --live: workloads such as deploy/cart',
    )
    .addOption(choice('-o, --output <format>', 'format', 'how the report is printed', FORMATS).default('text'))
    .addOption(
      choice('--fail-on <severity>', 'severity', 'lowest severity that gives exit code 1', FAIL_ON).default('error'),
    )
    .option('--now <time>', 'time of the state, such as 2026-09-01T10:00:00Z (default: now)')
    .option('--constructs <file>', 'map from construct to source line that synth wrote')
    .option('--live', 'read the cluster of the kubeconfig', false)
    .option('-n, --namespace <name>', 'with --live: namespace (default: that of the context)')
    .option('-A, --all-namespaces', 'with --live: all namespaces', false)
    .option('--context <name>', 'with --live: context of the kubeconfig')
    .option('--kubeconfig <file>', 'with --live: kubeconfig (default: the one that kubectl uses)')
    .option('--watch', 'with --live: follow a rollout until it is complete or cannot succeed', false)
    .option('--timeout <duration>', 'with --watch: longest time to wait, such as 90s or 10m', '15m')
    .addHelpText('after', HELP)
    .action(answering<DiagnoseFlags>(() => import('./run')));
}
