import { type Command, InvalidArgumentError, Option } from 'commander';
import { EVENTS, type RolloutEvent } from '../rollout/plan';
import { runSimulate } from './simulate/run-simulate';
import { splitList } from './split-list';

/** The options of `simulate` as commander reads them. */
export interface SimulateFlags {
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

Without --from the pods that run now are taken to be of the same template. The first
rollout that adds a preStop hook still loses, for the old pods have none: name what
runs now with --from.

A scenario is YAML or JSON with what the manifests do not tell, all of it optional:
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
    .description('tell which requests a rollout, a drain, a crash or a scale-down can lose, and how many to expect')
    .argument('<path...>', 'files, folders, or - for stdin')
    .addOption(
      new Option('-o, --output <format>', 'how the answer is printed')
        .choices(['text', 'json', 'svg', 'html'])
        .default('text'),
    )
    .option(
      '--event <events>',
      `what happens (separated by commas): ${EVENTS.join(', ')} (default: rollout)`,
      readEvents,
    )
    .option('--from <path>', 'what runs now: a file or folder (more than one: give the option again)', collect)
    .option('--scenario <file>', 'what is known of cluster, app and clients (YAML or JSON)')
    .option('--seed <number>', 'another seed, other runs', readWhole, 1)
    .option(
      '--runs <number>',
      'how many runs the estimate is made of (default: 100, fewer above 200 replicas)',
      readWhole,
    )
    .option('--kubernetes-version <version>', 'version of the target cluster, 1.28 to 1.37 (default: 1.30)')
    .option('--route <name>', 'how traffic reaches the pods, where no object says it')
    .option('--config <file>', 'the configuration (default: .cdk8s-lifecycle.yaml here or in a folder above)')
    .option('--no-config', 'read no configuration file')
    .addHelpText('after', HELP)
    .action((paths: string[], flags: SimulateFlags) => runSimulate(paths, flags));
}

function readEvents(value: string, before?: readonly RolloutEvent[]): readonly RolloutEvent[] {
  const events = splitList(value, before ?? []);
  const wrong = events.find((event) => !(EVENTS as readonly string[]).includes(event));
  if (wrong !== undefined) throw new InvalidArgumentError(`'${wrong}' is none of ${EVENTS.join(', ')}.`);
  return events as readonly RolloutEvent[];
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

function readWhole(value: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new InvalidArgumentError(`'${value}' is not a whole number from 1 on.`);
  return Number(value);
}
