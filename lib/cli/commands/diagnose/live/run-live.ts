import { setTimeout as wait } from 'node:timers/promises';
import { type DiagnoseOptions, type DiagnosisReport, diagnose } from '../../../../diagnosis';
import type { Manifest } from '../../../../kubernetes/views/manifest';
import type { Answer } from '../../../frame/answer';
import { readConstructMap } from '../../../input/construct-map';
import { noted } from '../../../output/notes';
import { clock, type DiagnoseFlags, flagSeconds } from '../flags';
import { mapHint } from '../map-hint';
import { answerOf, print } from '../print';
import { LiveCluster } from './cluster';
import { readCluster } from './read-cluster';
import { narrow, ofNewestRevision, type Target, targetOf } from './targets';
import type { RolloutVerdict } from './verdict';
import { watchRollout } from './watch-rollout';
import { WatchView } from './watch-view';

const EXIT_CODES = { complete: 0, 'cannot-succeed': 1, 'under-way': 3 } as const;

/** Runs `diagnose --live`: one look at the cluster, or (with --watch) one after the other until the rollout is decided. */
export async function runLive(words: readonly string[], flags: DiagnoseFlags): Promise<Answer> {
  const targets = words.map(targetOf);
  const timeout = flagSeconds(flags.timeout);
  const cluster = await LiveCluster.connect(flags);
  const options = optionsFrom(flags);
  if (flags.watch) return watch(cluster, targets, timeout, flags, options);
  const { objects, gaps } = await readCluster(cluster, flags.allNamespaces);
  const report = diagnose(narrow(objects, targets), { ...options, now: clock(flags.now) });
  return answerOf(report, [...noted(mapHint(report, options.constructs), flags), ...gaps], flags);
}

function optionsFrom(flags: DiagnoseFlags): DiagnoseOptions {
  const constructs = readConstructMap(flags.constructs);
  const kubectlOptions = [
    ...(flags.kubeconfig === undefined ? [] : ['--kubeconfig', flags.kubeconfig]),
    ...(flags.context === undefined ? [] : ['--context', flags.context]),
  ];
  return { kubectlOptions, constructs };
}

async function watch(
  cluster: LiveCluster,
  targets: readonly Target[],
  timeout: number,
  flags: DiagnoseFlags,
  options: DiagnoseOptions,
): Promise<Answer> {
  const read = async () => (await readCluster(cluster, flags.allNamespaces)).objects;
  const { report, verdict } = await watchRollout({
    read: async () => ofNewestRevision(workloadsOf(narrow(await read(), targets))),
    diagnose: (objects) => diagnose(objects, { ...options, now: clock(flags.now) }),
    view: flags.quiet ? undefined : new WatchView(process.stderr, flags),
    timeout,
    clock: { now: () => performance.now(), wait },
  });
  const late = verdict.type === 'under-way' ? [`the rollout is not complete after ${timeout} s`] : [];
  return {
    result: [printed(report, verdict, flags)],
    notes: [...late, ...(flags.output === 'text' ? noted([SENTENCES[verdict.type]], flags) : [])],
    exitCode: EXIT_CODES[verdict.type],
  };
}

/** A rollout is that of workloads: Services and CronJobs of the namespace do not hold it up. */
function workloadsOf(objects: readonly Manifest[]): readonly Manifest[] {
  return objects.filter(({ kind }) => kind !== 'Service' && kind !== 'CronJob');
}

function printed(report: DiagnosisReport, verdict: RolloutVerdict, flags: DiagnoseFlags): string {
  const told = verdict.type === 'cannot-succeed' ? { ...report, diagnoses: [...verdict.reasons] } : report;
  if (flags.output === 'json') return `${JSON.stringify({ verdict: verdict.type, ...told }, null, 2)}\n`;
  return print(told, flags);
}

const SENTENCES = {
  complete: 'the rollout is complete',
  'cannot-succeed': 'the rollout cannot succeed: see above',
  'under-way': 'the rollout is still under way',
} as const;
