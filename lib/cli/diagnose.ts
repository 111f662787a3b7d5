import { type Command, Option } from 'commander';

/** The options of `diagnose` as commander reads them. */
export interface DiagnoseFlags {
  readonly output: 'text' | 'json';
  readonly failOn: 'error' | 'warning' | 'never';
  readonly now?: string;
  readonly constructs?: string;
  readonly live: boolean;
  readonly namespace?: string;
  readonly allNamespaces: boolean;
  readonly context?: string;
  readonly kubeconfig?: string;
  readonly watch: boolean;
  readonly timeout: string;
}

const HELP = `
Reads what kubectl prints, JSON or YAML, lists of any depth: pods, their owners, claims,
Services, Events and PodMetrics. The more of them, the more is told: events say why a
volume is not mounted and what a probe answered; owners put forty pods into one entry.

With --live it reads the same from the cluster of your kubeconfig; arguments are then
workloads (deploy/cart, sts/db, pod/web-0; all of the namespace without any). It only
lists, and never Secrets. --watch follows a rollout and ends as soon as it is complete, or
as soon as it cannot succeed any more, with the reason.

For what our constructs made, it names the construct, and its line where synth left the
map dist/manifests.constructs.json beside its output (--constructs names another).

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
    .description('tell from the state of a cluster what is wrong, why, and which field and line to change')
    .argument('[path...]', 'files, folders, or - for stdin; with --live: workloads such as deploy/cart')
    .addOption(new Option('-o, --output <format>', 'how it is printed').choices(['text', 'json']).default('text'))
    .addOption(
      new Option('--fail-on <severity>', 'the least severity that gives exit code 1')
        .choices(['error', 'warning', 'never'])
        .default('error'),
    )
    .option('--now <time>', 'the clock, such as 2026-09-01T10:00:00Z (default: now)')
    .option('--constructs <file>', 'the map from construct to source line that synth wrote')
    .option('--live', 'read the cluster of the kubeconfig', false)
    .option('-n, --namespace <name>', 'with --live: the namespace (default: that of the context)')
    .option('-A, --all-namespaces', 'with --live: all namespaces', false)
    .option('--context <name>', 'with --live: the context of the kubeconfig')
    .option('--kubeconfig <file>', 'with --live: the kubeconfig (default: as kubectl has it)')
    .option('--watch', 'with --live: follow a rollout until it is complete or cannot succeed', false)
    .option('--timeout <duration>', 'with --watch: how long at most, such as 90s or 10m', '15m')
    .addHelpText('after', HELP)
    .action(async (paths: string[], flags: DiagnoseFlags) => {
      const { diagnoseCommand } = await import('./diagnose/run-diagnose');
      await diagnoseCommand(paths, flags);
    });
}
