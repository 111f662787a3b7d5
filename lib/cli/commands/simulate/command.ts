import type { Command } from 'commander';
import { EVENTS, type RolloutEvent } from '../../../rollout/plan';
import { answering } from '../../frame/answer';
import { choice, collect, oneOfWords, readWhole, splitList } from '../../frame/option-values';
import { CONFIG, KUBERNETES_VERSION, NO_CONFIG } from '../../settings/flags';
import { FORMATS, type SimulateFlags } from './flags';

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
    .addOption(choice('-o, --output <format>', 'format', 'how the answer is printed', FORMATS).default('text'))
    .option(
      '--event <events>',
      `what happens (separated by commas): ${EVENTS.join(', ')} (default: rollout)`,
      readEvents,
    )
    .option('--from <path>', 'what runs now: a file, folder or glob (for several, give the option again)', collect)
    .option('--scenario <file>', 'facts about cluster, app and clients (YAML or JSON)')
    .option('--seed <number>', 'seed of the runs: the same seed gives the same runs', readWhole, 1)
    .option('--runs <number>', 'number of runs behind the estimate (default: 100, fewer above 200 replicas)', readWhole)
    .option(...KUBERNETES_VERSION)
    .option('--route <route>', 'how traffic reaches the pods, where no object says so')
    .option(...CONFIG)
    .option(...NO_CONFIG)
    .addHelpText('after', HELP)
    .action(answering<SimulateFlags>(() => import('./run')));
}

function readEvents(value: string, before?: readonly RolloutEvent[]): readonly RolloutEvent[] {
  return splitList(value, before).map((event) => oneOfWords('event', event, EVENTS));
}
