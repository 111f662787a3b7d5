import type { Command } from 'commander';
import { answering } from '../../frame/answer';
import { choice, readWhole, splitList } from '../../frame/option-values';
import { CONFIG, KUBERNETES_VERSION, NO_CONFIG } from '../../settings/flags';
import { FORMATS, type LintFlags } from './flags';

const HELP = `
Sets: files that are named or matched by a glob are one set, so are all files below one
folder, and all documents on stdin. A rule that looks at several objects looks within a set.

Folders are searched to the bottom (.yaml, .yml, .json) without hidden folders and
node_modules. Files found there or by a glob that hold no Kubernetes object (package.json,
values.yaml) are passed over and counted; a file that is named, and stdin, must hold one.
Of a Helm chart or a kustomization, lint what it renders.

Accept a finding with its reason, in one of four ways: the annotation
cdk8s-lifecycle/acknowledge.<rule>, the comment '# cdk8s-lifecycle-acknowledge <rule>: <reason>'
beside or above a line, Rules.of(construct).acknowledge(...) in code, or an entry below
'acknowledge' in .cdk8s-lifecycle.yaml. JSON and SARIF always hold acknowledged findings.

With --against, the rule update-is-admitted reports what the API server refuses to change
in an object of the same name: selectors, volume claim templates and the like.

Exit codes: 0 nothing at or above --fail-on, 1 something, 2 could not run (also where a file
cannot be read or parsed, or where there is no Kubernetes object).

Examples:
  $ cdk8s-lifecycle lint k8s/
  $ cdk8s-lifecycle lint 'apps/*/k8s/**/*.yaml' -o summary
  $ helm template shop charts/shop | cdk8s-lifecycle lint --kubernetes-version 1.34 -
  $ cdk8s-lifecycle lint -o sarif dist/manifests > lint.sarif`;

/** Adds `lint` to the program. */
export function register(program: Command): void {
  program
    .command('lint')
    .description('find what drops requests, crashes or hangs in your manifests: where, why, and how to fix it')
    .argument('<path...>', 'files, folders, globs in quotes, or - for stdin')
    .addOption(
      choice(
        '-o, --output <format>',
        'format',
        'how findings are printed; summary counts them by rule',
        FORMATS,
      ).default('text'),
    )
    .addOption(
      choice('--fail-on <severity>', 'severity', 'lowest severity that gives exit code 1 (default: error)', [
        'error',
        'warning',
        'info',
        'never',
      ]),
    )
    .option(
      '--max-findings <number>',
      'print the most serious findings up to this number, and count the rest',
      readWhole,
    )
    .option('--rules <ids>', 'run only these rules (separated by commas)', splitList)
    .option('--except <ids>', 'skip these rules (separated by commas)', splitList)
    .option(...KUBERNETES_VERSION)
    .option('--against <paths>', 'what is replaced: files, folders or globs (separated by commas)', splitList)
    .option(
      '--ignore-unparsable',
      'go on without what cannot be read or parsed, or holds no object; it is named',
      false,
    )
    .option('--show-acknowledged', 'print acknowledged findings too, with their reasons', false)
    .option('--baseline <file>', 'print only findings that this file does not hold')
    .option('--write-baseline <file>', 'write the findings to this file and exit 0')
    .option('--fix', 'fix in place what has one certain fix; comments and layout stay', false)
    .option('--dry-run', 'with --fix: print the changes as a diff and write nothing', false)
    .option(...CONFIG)
    .option(...NO_CONFIG)
    .addHelpText('after', HELP)
    .action(answering<LintFlags>(() => import('./run')));
}
