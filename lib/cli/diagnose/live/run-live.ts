import { type DiagnoseOptions, type DiagnosisReport, diagnose } from '../../../diagnosis';
import type { Manifest } from '../../../kubernetes/manifest';
import { CouldNotRun } from '../../could-not-run';
import type { DiagnoseFlags } from '../../diagnose';
import { note, tell } from '../../notes';
import { readConstructMap } from '../construct-map';
import { clock, exitCode, print } from '../verdict-of-report';
import { LiveCluster } from './cluster';
import { readCluster } from './read-cluster';
import { narrow, ofNewestRevision, type Target, targetOf } from './targets';
import { Rollout, type RolloutVerdict } from './verdict';
import { WatchView } from './watch-view';

const TIMED_OUT = 3;
/** Between two looks at the cluster, in milliseconds. */
const INTERVAL = 2000;
/** So many times in a row the API server may fail to answer while a rollout is watched. */
const MOST_FAILURES = 10;

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
  const rollout = new Rollout();
  const read = patiently(async () => (await readCluster(cluster, flags.allNamespaces)).objects);
  const view = flags.quiet ? undefined : new WatchView(process.stderr, flags);
  const start = performance.now();
  for (;;) {
    const objects = ofNewestRevision(workloadsOf(narrow(await read(), targets)));
    const report = diagnose(objects, { ...options, now: clock(flags.now) });
    const seconds = (performance.now() - start) / 1000;
    const verdict = rollout.verdict(report, seconds);
    view?.show(objects, verdict, seconds);
    if (verdict.type !== 'under-way') return end(report, verdict, flags);
    if (seconds > timeout) {
      tell(`the rollout is not complete after ${timeout} s`);
      end(report, verdict, flags);
      process.exitCode = TIMED_OUT;
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, Math.min(INTERVAL, Math.max(50, (timeout - seconds) * 1000))));
  }
}

/** An API server that answered once may be silent for a moment, as during its own upgrade: the rollout goes on. */
function patiently<T>(read: () => Promise<T>): () => Promise<T> {
  let failures = Number.POSITIVE_INFINITY;
  return async () => {
    for (;;) {
      try {
        const answer = await read();
        failures = 0;
        return answer;
      } catch (error) {
        failures += 1;
        if (failures > MOST_FAILURES) throw error;
        await new Promise((resolve) => setTimeout(resolve, INTERVAL));
      }
    }
  };
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
