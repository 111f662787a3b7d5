import { type Command, Option } from 'commander';
import { lintCommand } from './lint/run-lint';
import { splitList } from './split-list';

/** The options of `lint` as commander reads them. */
export interface LintFlags {
  readonly output: 'text' | 'json' | 'sarif' | 'junit' | 'github';
  readonly failOn?: 'error' | 'warning' | 'info' | 'never';
  readonly rules?: readonly string[];
  readonly except?: readonly string[];
  readonly kubernetesVersion?: string;
  readonly ignoreUnparsable: boolean;
  readonly showAcknowledged: boolean;
  readonly config?: string | false;
  readonly baseline?: string;
  readonly writeBaseline?: string;
  readonly against?: readonly string[];
  readonly fix: boolean;
  readonly dryRun: boolean;
}

const HELP = `
Sets: the files named together are one set, so are all files below one folder, and
all documents on stdin. A rule that looks at several objects looks within a set.

Folders are read to the bottom (.yaml, .yml, .json); hidden folders and node_modules
are left out. Of a Helm chart or a kustomization, lint what it renders.

Accept a finding with its reason, in one of four ways: the annotation
cdk8s-lifecycle/ignore.<rule>, the comment '# cdk8s-lifecycle-ignore <rule>: <reason>'
beside or above a line, Rules.of(construct).acknowledge(...) in code, or an entry below
'ignore' in .cdk8s-lifecycle.yaml. JSON and SARIF always hold acknowledged findings.

With --against the rule update-is-admitted tells what the API server refuses to change
in an object of the same name: selectors, volume claim templates and the like.

Exit codes: 0 nothing at or above --fail-on, 1 something, 2 could not run (a file that
cannot be read or parsed is named, and counts as such).

Examples:
  $ cdk8s-lifecycle lint k8s/
  $ helm template shop charts/shop | cdk8s-lifecycle lint --kubernetes-version 1.34 -
  $ cdk8s-lifecycle lint -o sarif dist/manifests > lint.sarif`;

/** Adds `lint` to the program. */
export function register(program: Command): void {
  program
    .command('lint')
    .description('tell what in manifests loses requests, crashes or hangs, where, why, and how to mend it')
    .argument('<path...>', 'files, folders, or - for stdin')
    .addOption(
      new Option('-o, --output <format>', 'how findings are printed')
        .choices(['text', 'json', 'sarif', 'junit', 'github'])
        .default('text'),
    )
    .addOption(
      new Option('--fail-on <severity>', 'the least severity that gives exit code 1 (default: error)').choices([
        'error',
        'warning',
        'info',
        'never',
      ]),
    )
    .option('--rules <ids>', 'run these rules alone (separated by commas)', splitList)
    .option('--except <ids>', 'leave these rules out (separated by commas)', splitList)
    .option('--kubernetes-version <version>', 'version of the target cluster, 1.28 to 1.37 (default: 1.30)')
    .option('--against <paths>', 'what is replaced: files or folders (separated by commas)', splitList)
    .option('--ignore-unparsable', 'go on without the files that cannot be read or parsed; they are named', false)
    .option('--show-acknowledged', 'print acknowledged findings too, with their reasons', false)
    .option('--baseline <file>', 'tell only what this file does not hold')
    .option('--write-baseline <file>', 'write what is found to this file and exit 0')
    .option('--fix', 'mend in place what can be mended for certain; comments and layout stay', false)
    .option('--dry-run', 'with --fix: print the changes as a diff and write nothing', false)
    .option('--config <file>', 'the configuration (default: .cdk8s-lifecycle.yaml here or in a folder above)')
    .option('--no-config', 'read no configuration file')
    .addHelpText('after', HELP)
    .action((paths: string[], flags: LintFlags) => lintCommand(paths, flags));
}
