import type { Command } from 'commander';
import { EVENTS, type RolloutEvent } from '../../../rollout/plan';
import { CouldNotRun } from '../../could-not-run';
import { unknown } from '../../did-you-mean';
import { choice, type GlobalFlags } from '../../global-flags';
import { readWhole } from '../../input/read-whole';
import { splitList } from '../../split-list';
import { runSimulate } from './run-simulate';

/** The options of `simulate` as commander reads them. */
export interface SimulateFlags extends GlobalFlags {
  readonly output: 'text' | 'json' | 'svg' | 'html';
  readonly event?: readonly RolloutEvent[];
  readonly from?: readonly string[];
  readonly scenario?: string;
  readonly seed: number;
  readonly runs?: number;
  readonly kubernetesVersion?: string;
  readonly route?: string;
  readonly config?: string | false;
}

const HELP = `
The verdict comes from bounds: with every assumption at its maximum, can a request be
lost? The numbers come from seeded runs: the same seed gives the same answer.

Without --from, the pods that run now are assumed to have the same template. The first
rollout that adds a preStop hook still loses requests, since the old pods have none: name
what runs now with --from.

A scenario is YAML or JSON with what the manifests do not say, all of it optional:
event, kubernetesVersion, nodes, route, routers, withdrawalSeconds,
registrationSeconds, placementSeconds, startUpSeconds, requestSeconds,
longestRequestSeconds, onSigterm (drains, exits, ignores, unreached),
acceptsAfterSigtermSeconds, preStopSeconds, requestsPerSecond, capacityPerPod,
loadShare, clients, thinkSeconds, connections (new, keep-alive), scalesDownFrom,
podsOnNode, watchSeconds.

Exit codes: 0 nothing can be lost, 1 requests can be lost or the event can stall,
2 could not run.

Examples:
  $ cdk8s-lifecycle simulate dist/manifests
  $ cdk8s-lifecycle simulate --event drain,crash -o html k8s/ > drain.html
  $ helm template shop charts/shop | cdk8s-lifecycle simulate --from running/ -`;

/** Adds `simulate` to the program. */
export function register(program: Command): void {
  program
    .command('simulate')
    .description('find out which requests a rollout, a drain, a crash or a scale-down can lose, and how many to expect')
    .argument('<path...>', 'files, folders, globs in quotes, or - for stdin')
    .addOption(
      choice('-o, --output <format>', 'format', 'how the answer is printed', ['text', 'json', 'svg', 'html']).default(
        'text',
      ),
    )
    .option(
      '--event <events>',
      `what happens (separated by commas): ${EVENTS.join(', ')} (default: rollout)`,
      readEvents,
    )
    .option('--from <path>', 'what runs now: a file, folder or glob (for several, give the option again)', collect)
    .option('--scenario <file>', 'facts about cluster, app and clients (YAML or JSON)')
    .option('--seed <number>', 'seed of the runs: the same seed gives the same runs', readWhole, 1)
    .option('--runs <number>', 'number of runs behind the estimate (default: 100, fewer above 200 replicas)', readWhole)
    .option('--kubernetes-version <version>', 'version of the target cluster, 1.28 to 1.37 (default: 1.30)')
    .option('--route <route>', 'how traffic reaches the pods, where no object says so')
    .option('--config <file>', 'configuration file (default: .cdk8s-lifecycle.yaml or .yml here or in a folder above)')
    .option('--no-config', 'read no configuration file')
    .addHelpText('after', HELP)
    .action((paths: string[], _: unknown, command: Command) =>
      runSimulate(paths, command.optsWithGlobals<SimulateFlags>()),
    );
}

function readEvents(value: string, before?: readonly RolloutEvent[]): readonly RolloutEvent[] {
  const events = splitList(value, before ?? []);
  const wrong = events.find((event) => !(EVENTS as readonly string[]).includes(event));
  if (wrong !== undefined) throw new CouldNotRun(unknown('event', wrong, EVENTS));
  return events as readonly RolloutEvent[];
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
