import { setTimeout as wait } from 'node:timers/promises';
import { type DiagnoseOptions, type DiagnosisReport, diagnose } from '../../../../diagnosis';
import type { Manifest } from '../../../../kubernetes/views/manifest';
import { CouldNotRun } from '../../../could-not-run';
import { note, tell } from '../../../output/notes';
import type { DiagnoseFlags } from '../command';
import { readConstructMap } from '../construct-map';
import { clock, exitCode, print } from '../verdict-of-report';
import { LiveCluster } from './cluster';
import { readCluster } from './read-cluster';
import { narrow, ofNewestRevision, type Target, targetOf } from './targets';
import type { RolloutVerdict } from './verdict';
import { watchRollout } from './watch-rollout';
import { WatchView } from './watch-view';

const TIMED_OUT = 3;

/** Runs `diagnose --live`: one look at the cluster, or (with --watch) one after the other until the rollout is decided. */
export async function liveCommand(words: readonly string[], flags: DiagnoseFlags): Promise<void> {
  const targets = words.map(targetOf);
  const timeout = secondsOf(flags.timeout);
  const cluster = await LiveCluster.connect(flags);
  const options = optionsFrom(flags);
  if (flags.watch) return watch(cluster, targets, timeout, flags, options);
  const { objects, gaps } = await readCluster(cluster, flags.allNamespaces);
  const report = diagnose(narrow(objects, targets), { ...options, now: clock(flags.now) });
  process.stdout.write(print(report, flags));
  for (const gap of gaps) tell(gap);
  process.exitCode = exitCode(report, flags);
}

function optionsFrom(flags: DiagnoseFlags): DiagnoseOptions {
  const constructs = readConstructMap(flags.constructs);
  const kubectlOptions = [
    ...(flags.kubeconfig === undefined ? [] : ['--kubeconfig', flags.kubeconfig]),
    ...(flags.context === undefined ? [] : ['--context', flags.context]),
  ];
  return { kubectlOptions, ...(constructs === undefined ? {} : { constructs }) };
}

async function watch(
  cluster: LiveCluster,
  targets: readonly Target[],
  timeout: number,
  flags: DiagnoseFlags,
  options: DiagnoseOptions,
): Promise<void> {
  const read = async () => (await readCluster(cluster, flags.allNamespaces)).objects;
  const { report, verdict } = await watchRollout({
    read: async () => ofNewestRevision(workloadsOf(narrow(await read(), targets))),
    diagnose: (objects) => diagnose(objects, { ...options, now: clock(flags.now) }),
    view: flags.quiet ? undefined : new WatchView(process.stderr, flags),
    timeout,
    clock: { now: () => performance.now(), wait },
  });
  if (verdict.type === 'under-way') tell(`the rollout is not complete after ${timeout} s`);
  end(report, verdict, flags);
  if (verdict.type === 'under-way') process.exitCode = TIMED_OUT;
}

/** A rollout is that of workloads: Services and CronJobs of the namespace do not hold it up. */
function workloadsOf(objects: readonly Manifest[]): readonly Manifest[] {
  return objects.filter(({ kind }) => kind !== 'Service' && kind !== 'CronJob');
}

function end(report: DiagnosisReport, verdict: RolloutVerdict, flags: DiagnoseFlags): void {
  const told = verdict.type === 'cannot-succeed' ? { ...report, diagnoses: [...verdict.reasons] } : report;
  process.stdout.write(
    flags.output === 'json' ? `${JSON.stringify({ verdict: verdict.type, ...told }, null, 2)}\n` : print(told, flags),
  );
  if (flags.output === 'text') note(SENTENCES[verdict.type], flags);
  process.exitCode = verdict.type === 'cannot-succeed' ? 1 : 0;
}

const SENTENCES = {
  complete: 'the rollout is complete',
  'cannot-succeed': 'the rollout cannot succeed: see above',
  'under-way': 'the rollout is still under way',
} as const;

/** Reads `90s`, `10m`, `1h` or plain seconds. */
function secondsOf(text: string): number {
  const [, number, unit = 's'] = /^(\d+)([smh])?$/.exec(text) ?? [];
  if (number === undefined)
    throw new CouldNotRun(`--timeout '${text}' is not a duration; write it like 90s, 10m or 1h`);
  return Number(number) * { s: 1, m: 60, h: 3600 }[unit as 's' | 'm' | 'h'];
}
