import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { describeRef } from '../../kubernetes/manifest';
import { ManifestSet, type SetObject } from '../../kubernetes/manifest-set';
import { type Workload, workloadOf } from '../../kubernetes/workload';
import { TrafficRoute } from '../../lifecycle/traffic-route';
import type { RolloutEvent } from '../../rollout/plan';
import { type PlanOptions, planOf } from '../../rollout/reading/read-plan';
import { reportOfPlan, type WorkloadReport } from '../../rollout/report';
import { findConfig } from '../config/find-config';
import { loadConfig } from '../config/load-config';
import { CouldNotRun } from '../could-not-run';
import { type ReadResult, readManifests } from '../read-manifests';
import type { SimulateFlags } from '../simulate';
import { stylesFor } from '../terminal';
import { loadScenario } from './load-scenario';
import { Progress } from './progress';
import { toText } from './text';

/** Runs `simulate`: the answer goes to stdout, all else to stderr, and the verdict into the exit code. */
export async function runSimulate(paths: readonly string[], flags: SimulateFlags): Promise<void> {
  const options = await optionsFrom(flags);
  const read = await readManifests(paths);
  for (const hint of read.hints) tell(`hint: ${hint}`);
  const reports = simulateAll(read, options, flags);
  process.stdout.write(await print(reports, flags));
  for (const name of notSimulated(read))
    tell(`${name} is not simulated: only Deployments, StatefulSets and DaemonSets are`);
  for (const { file, line, message } of read.problems) tell(`${file}${line === null ? '' : `:${line}`}: ${message}`);
  if (reports.length === 0) tell('there is no Deployment, StatefulSet or DaemonSet with pods in what was read');
  process.exitCode = exitCode(read, reports);
}

async function optionsFrom(flags: SimulateFlags): Promise<PlanOptions> {
  const file = flags.config === false ? undefined : (flags.config ?? findConfig(process.cwd()));
  const settings = file === undefined ? {} : loadConfig(file);
  const version =
    flags.kubernetesVersion === undefined
      ? settings.version
      : refused(() => KubernetesVersion.of(flags.kubernetesVersion ?? ''));
  const route = flags.route === undefined ? settings.route : refused(() => TrafficRoute._parse(flags.route ?? ''));
  return {
    scenario: flags.scenario === undefined ? undefined : loadScenario(flags.scenario),
    from: flags.from === undefined ? undefined : await readFrom(flags.from),
    version,
    route,
  };
}

function refused<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new CouldNotRun((error as Error).message);
  }
}

/** What runs now, as one set: it is only looked up by name. */
async function readFrom(paths: readonly string[]): Promise<ManifestSet> {
  const { documents, problems } = await readManifests(paths);
  const [unread] = problems.filter(({ kind }) => kind === 'unreadable' || kind === 'unparsable');
  if (unread !== undefined) throw new CouldNotRun(`${unread.file}: ${unread.message}`);
  return ManifestSet.of(documents.map(({ manifest }) => manifest));
}

interface Task {
  readonly set: ManifestSet;
  readonly object: SetObject;
  readonly event: RolloutEvent;
}

function simulateAll(read: ReadResult, options: PlanOptions, flags: SimulateFlags): readonly WorkloadReport[] {
  const events = flags.event ?? [options.scenario?.event ?? 'rollout'];
  const tasks = setsOf(read).flatMap((set) =>
    set.objects
      .filter((object) => object.workload !== undefined)
      .flatMap((object) => events.map((event): Task => ({ set, object, event }))),
  );
  const progress = new Progress(tasks.length);
  const reports = tasks.flatMap(({ set, object, event }, index) => {
    const plan = refused(() => planOf(set, object, options));
    if (plan === undefined) return [];
    const { seed, runs } = flags;
    const what = `${describeRef(object.ref)}: ${event}`;
    const onRun = (done: number, of: number) => progress.tell(index + done / of, what);
    return [reportOfPlan(plan, { event, seed, runs, onRun, watchSeconds: options.scenario?.watchSeconds })];
  });
  progress.end();
  return reports;
}

/** Long-running workloads of kinds whose rollouts the simulator does not know. */
function notSimulated({ documents }: ReadResult): readonly string[] {
  const kinds: ReadonlySet<string> = new Set(['Rollout', 'DeploymentConfig', 'ReplicaSet', 'ReplicationController']);
  return documents
    .map(({ manifest }) => workloadOf(manifest))
    .filter((workload) => workload !== undefined && kinds.has(workload.kind))
    .map((workload) => describeRef((workload as Workload).ref));
}

function setsOf({ documents }: ReadResult): readonly ManifestSet[] {
  const numbers = [...new Set(documents.map(({ set }) => set))];
  return numbers.map((number) => {
    const own = documents.filter(({ set }) => set === number);
    return ManifestSet.of(
      own.map(({ manifest }) => manifest),
      own.map(({ file }) => file),
    );
  });
}

async function print(reports: readonly WorkloadReport[], { output }: SimulateFlags): Promise<string> {
  switch (output) {
    case 'json':
      return `${JSON.stringify({ workloads: reports }, null, 2)}\n`;
    case 'svg':
      return (await import('../../rollout/picture/svg')).toSvg(reports);
    case 'html':
      return (await import('../../rollout/picture/page')).toPage(reports);
    case 'text':
      return toText(reports, stylesFor(process.stdout), process.stdout.columns ?? 100);
  }
}

function exitCode({ problems }: ReadResult, reports: readonly WorkloadReport[]): number {
  if (problems.some(({ kind }) => kind === 'unreadable' || kind === 'unparsable')) return 2;
  return reports.some(({ verdict }) => verdict !== 'no-loss') ? 1 : 0;
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
